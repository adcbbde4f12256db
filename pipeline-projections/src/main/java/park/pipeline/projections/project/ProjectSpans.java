package park.pipeline.projections.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.log.Micros;
import park.pipeline.core.project.DatedSeries;
import park.pipeline.core.project.Timeline;
import park.pipeline.projections.view.Step;

/**
 * What was true from one day to another, as believed from one instant to another. A correction ends what was believed
 * and begins what is believed now; nothing is overwritten, so that a list of any day as known at any instant is one query.
 */
final class ProjectSpans {
    /** Later than any day that is asked for. */
    static final LocalDate OPEN_END = LocalDate.of(9999, 12, 31);
    /** Later than any instant that is asked for. */
    static final long STILL_BELIEVED = Long.MAX_VALUE;

    private record Span(LocalDate from, LocalDate to, ProjectState state) {}

    private final JdbcTemplate jdbc;

    ProjectSpans(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes what the steps changed; those of one command are one change. */
    void apply(List<Step> steps, RegisteredAt registeredAt) {
        List<Object[]> ended = new ArrayList<>();
        List<@Nullable Object[]> begun = new ArrayList<>();
        for (int first = 0; first < steps.size(); ) {
            int last = lastOfCommand(steps, first);
            UUID project = steps.get(first).event().projectId();
            long recordedAt = Micros.of(steps.get(first).event().recorded().recordedAt());
            List<Span> before = spans(steps.get(first).before());
            List<Span> after = spans(steps.get(last).after());
            Set<Span> kept = new HashSet<>(before);
            kept.retainAll(after);
            before.stream()
                    .filter(s -> !kept.contains(s))
                    .forEach(s -> ended.add(new Object[] {recordedAt, project, s.from(), STILL_BELIEVED}));
            after.stream()
                    .filter(s -> !kept.contains(s))
                    .forEach(s -> begun.add(row(project, registeredAt.position(project), recordedAt, s)));
            // In the order of the commands: what one begins the next may end.
            write(ended, begun);
            first = last + 1;
        }
    }

    /** Where a project's registration stands in the log. */
    interface RegisteredAt {
        long position(UUID project);
    }

    private void write(List<Object[]> ended, List<@Nullable Object[]> begun) {
        jdbc.batchUpdate(
                "update project_span set known_to = ? where project_id = ? and valid_from = ? and known_to = ?", ended);
        jdbc.batchUpdate(
                "insert into project_span (" + ProjectState.COLUMNS + ", project_id, registered_position, known_from,"
                        + " known_to, valid_from, valid_to) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, ?, ?)",
                begun);
        ended.clear();
        begun.clear();
    }

    private static int lastOfCommand(List<Step> steps, int first) {
        int last = first;
        while (last + 1 < steps.size()
                && steps.get(last + 1)
                        .event()
                        .recorded()
                        .recordedAt()
                        .equals(steps.get(first).event().recorded().recordedAt())) {
            last++;
        }
        return last;
    }

    private static List<Span> spans(Timeline timeline) {
        DatedSeries series = timeline.series();
        TreeSet<LocalDate> days = new TreeSet<>();
        series.stages().entries().forEach(e -> days.add(e.day()));
        series.team().entries().forEach(e -> days.add(e.day()));
        series.investment().entries().forEach(e -> days.add(e.day()));
        List<Span> spans = new ArrayList<>();
        for (LocalDate day : days) {
            LocalDate next = days.higher(day);
            spans.add(new Span(day, next == null ? OPEN_END : next, ProjectState.on(day, timeline)));
        }
        return spans;
    }

    private static @Nullable Object[] row(UUID project, long registered, long knownFrom, Span span) {
        return Stream.concat(
                        span.state().values(),
                        Stream.of(project, registered, knownFrom, STILL_BELIEVED, span.from(), span.to()))
                .toArray();
    }
}
