package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ListAssert;

/**
 * What happened to one project, with event ids that a test can name: that of the n-th event is {@code id(n)}. Asks are
 * decided and folded without the aggregate.
 */
public record Story(List<Recorded> facts, Timeline timeline) {
    private static final Instant FIRST = Instant.parse("2024-06-20T00:00:00Z");

    public static UUID id(long sequence) {
        return new UUID(1, sequence);
    }

    public static Story of(ProjectEvent... events) {
        return new Story(List.of(), Timeline.EMPTY).and(events);
    }

    /** Goes on with what happened. */
    public Story and(ProjectEvent... events) {
        List<Recorded> more = new ArrayList<>(facts);
        Timeline next = timeline;
        for (ProjectEvent event : events) {
            long sequence = next.version() + 1;
            Recorded fact = new Recorded(id(sequence), sequence, FIRST.plusSeconds(sequence), event);
            more.add(fact);
            next = next.after(fact);
        }
        return new Story(List.copyOf(more), next);
    }

    /** Goes on with what these asks lead to, one after the other. */
    public Story after(ProjectCommand... asks) {
        Story story = this;
        for (ProjectCommand ask : asks) {
            story = story.and(story.decided(ask).toArray(ProjectEvent[]::new));
        }
        return story;
    }

    public List<ProjectEvent> decided(ProjectCommand ask) {
        return Decision.of(ask, timeline, ProjectScenario.TODAY);
    }

    public ListAssert<ProjectEvent> when(ProjectCommand ask) {
        return assertThat(decided(ask));
    }

    /** Demands that the ask is refused with this code. */
    public void refuses(ProjectCommand ask, String code) {
        Refused refused = catchThrowableOfType(Refused.class, () -> decided(ask));
        assertThat(refused).as("%s on %s", ask, timeline.series()).isNotNull();
        assertThat(refused.code()).isEqualTo(code);
    }
}
