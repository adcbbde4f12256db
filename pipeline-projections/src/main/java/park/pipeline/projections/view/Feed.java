package park.pipeline.projections.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.log.Commit;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.log.LoggedEvent;
import park.pipeline.core.project.Timeline;

/** Turns commits into rows of a view: the same for the live generation and for one that is built beside it. */
public final class Feed {
    private final View view;
    private final RowVersions versions;
    private final Timelines timelines;

    public Feed(View view, JdbcTemplate jdbc, LogReader reader) {
        this.view = view;
        this.versions = new RowVersions(jdbc, view);
        this.timelines = new Timelines(reader);
    }

    /** All tables of a view, that of its versions too. */
    public static List<ViewTable> tables(View view) {
        return Stream.concat(view.tables().stream(), Stream.of(versions(view))).toList();
    }

    /** The table of the version of each project that a view has taken in. */
    public static ViewTable versions(View view) {
        return RowVersions.table(view);
    }

    /**
     * Takes in commits that follow one another in the log, within the caller's transaction. What was taken in before is
     * passed over.
     *
     * @throws IllegalStateException if an event is missing in between: a view with a hole would show a wrong number
     */
    public void take(List<Commit> commits, Generation generation) {
        Set<UUID> projects = commits.stream().map(Commit::projectId).collect(Collectors.toSet());
        Map<UUID, Long> from = versions.of(projects, generation);
        Map<UUID, Timeline> reached =
                timelines.at(from, isNewOfAll(commits, from) ? commits.getLast().position() : Long.MAX_VALUE);
        List<Step> steps = new ArrayList<>();
        for (Commit commit : commits) {
            UUID project = commit.projectId();
            for (LoggedEvent event : commit.events()) {
                Timeline before = reached.getOrDefault(project, Timeline.EMPTY);
                if (event.recorded().sequence() > before.version()) {
                    Timeline after = after(event, before);
                    steps.add(new Step(event, before, after));
                    reached.put(project, after);
                }
            }
        }
        Map<UUID, Long> to = new HashMap<>();
        reached.forEach((project, timeline) -> to.put(project, timeline.version()));
        versions.move(from, to, generation);
        if (!steps.isEmpty()) {
            view.apply(steps, generation);
        }
        reached.forEach(timelines::keep);
    }

    /** Whether nothing was taken in before: only then no project can have come further than these commits. */
    private static boolean isNewOfAll(List<Commit> commits, Map<UUID, Long> versions) {
        return commits.stream()
                .allMatch(commit -> commit.events().getFirst().recorded().sequence()
                        > versions.getOrDefault(commit.projectId(), 0L));
    }

    /**
     * Gives all rows of one project, for tables that hold none of it.
     *
     * @param stream all its events, in order
     */
    public void load(List<LoggedEvent> stream, Rows rows) {
        List<Step> life = new ArrayList<>();
        Timeline before = Timeline.EMPTY;
        for (LoggedEvent event : stream) {
            Timeline after = after(event, before);
            life.add(new Step(event, before, after));
            before = after;
        }
        versions.load(stream.getFirst().projectId(), before.version(), rows);
        view.load(life, rows);
    }

    private Timeline after(LoggedEvent event, Timeline before) {
        try {
            return before.after(event.recorded());
        } catch (RuntimeException e) {
            throw new IllegalStateException("View " + view.name() + " cannot take position " + event.position(), e);
        }
    }
}
