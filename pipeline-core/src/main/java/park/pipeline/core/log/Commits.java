package park.pipeline.core.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Events of the log as the commands that they came from: no two commands share an instant. */
public final class Commits {
    private Commits() {}

    /** Groups consecutive events of one instant. */
    public static List<Commit> of(List<LoggedEvent> events) {
        List<Commit> commits = new ArrayList<>();
        List<LoggedEvent> open = new ArrayList<>();
        for (LoggedEvent event : events) {
            if (!open.isEmpty() && !instant(open.getFirst()).equals(instant(event))) {
                commits.add(new Commit(open));
                open = new ArrayList<>();
            }
            open.add(event);
        }
        if (!open.isEmpty()) {
            commits.add(new Commit(open));
        }
        return commits;
    }

    private static Instant instant(LoggedEvent event) {
        return event.recorded().recordedAt();
    }
}
