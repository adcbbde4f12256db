package park.pipeline.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import park.pipeline.core.project.Enterprise;
import park.pipeline.core.project.Permit;
import park.pipeline.core.project.ProjectEvent;

/** An event's class is a promise to every log ever written: it changes by a new revision, never in place. */
class EventShapesTest {
    private static final String WHAT_TO_DO = """
            An event, or a value in it, no longer has the shape that was released. Take it back; or give the event its next
            revision: an Upcaster in EventTypes, samples in src/test/resources/events, and a line more in event-shapes.txt.
            A line that is there stays as it is; only a list of codes may grow, at its end.
            """;

    @Test
    void no_event_has_changed_without_a_new_revision() {
        Map<String, String> kept = EventShapes.kept();
        EventShapes.ofToday()
                .forEach((name, shape) ->
                        assertThat(kept.get(name)).as(name + ": " + WHAT_TO_DO).isEqualTo(shape));
    }

    @Test
    void every_revision_ever_released_keeps_its_shape() {
        List<String> due = new ArrayList<>(EventShapes.ofToday().keySet());
        for (Class<?> event : ProjectEvent.class.getPermittedSubclasses()) {
            EventType type = EventTypes.of(event);
            for (int older = 1; older < type.revision(); older++) {
                due.add(type.name() + ".r" + older);
            }
        }
        assertThat(EventShapes.kept()).containsOnlyKeys(due.toArray(String[]::new));
    }

    @Test
    void two_revisions_of_an_event_differ() {
        Map<String, String> kept = EventShapes.kept();
        kept.forEach((name, shape) -> {
            if (name.matches(".*\\.r\\d+")) {
                int dot = name.lastIndexOf(".r");
                int revision = Integer.parseInt(name.substring(dot + 2));
                assertThat(kept.get(name.substring(0, dot) + ".r" + (revision - 1)))
                        .as(name)
                        .isNotEqualTo(shape);
            }
        });
    }

    @Test
    void a_shape_tells_names_types_options_inner_records_and_codes() {
        record Sample(int percent, @Nullable Long amountCny, Enterprise enterprise, List<Permit> permits) {}
        Map<String, String> codes = new HashMap<>();
        assertThat(EventShapes.of(Sample.class, codes))
                .isEqualTo("{percent: int, amountCny?: Long, enterprise: {name: String, creditCode?: String},"
                        + " permits: List of Permit}");
        assertThat(codes)
                .containsOnlyKeys("Permit")
                .extractingByKey("Permit")
                .asString()
                .startsWith("FILING EIA");
    }
}
