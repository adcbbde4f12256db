package park.pipeline.core.log;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The log by project: the events of one, of some, of a part of all. Got from {@link LogReader#streams()}. */
public final class ProjectStreams {
    private static final String IN_ORDER = " order by stream_id, stream_sequence";

    private final LoggedRows rows;

    ProjectStreams(LoggedRows rows) {
        this.rows = rows;
    }

    /**
     * The events of one project, oldest first.
     *
     * @param fromSequence the first one wanted, from 1
     * @param upToPosition events behind it are left out
     */
    public List<LoggedEvent> of(UUID projectId, long fromSequence, long upToPosition) {
        return rows.events(
                "where stream_id = ? and stream_sequence >= ? and log_position <= ? order by stream_sequence",
                select -> {
                    select.setObject(1, projectId);
                    select.setLong(2, fromSequence);
                    select.setLong(3, upToPosition);
                });
    }

    /** All events of these projects up to a position, project by project, each in its order. */
    public List<LoggedEvent> of(Collection<UUID> projects, long upToPosition) {
        if (projects.isEmpty()) {
            return List.of();
        }
        return rows.events("where stream_id = any(?) and log_position <= ?" + IN_ORDER, select -> {
            select.setObject(1, projects.toArray(UUID[]::new));
            select.setLong(2, upToPosition);
        });
    }

    /**
     * Where a part of all projects ends, so that many can be read at once: project by project, in an order of the database.
     *
     * @param after the last project of the part before; null for the first part
     * @param events about how many the part has
     * @return the last project of the part; null if there is none left
     */
    public @Nullable UUID endOfPart(@Nullable UUID after, int events) {
        UUID end = behind(after, IN_ORDER + " limit 1 offset " + events);
        return end != null ? end : behind(after, " order by stream_id desc limit 1");
    }

    private @Nullable UUID behind(@Nullable UUID after, String order) {
        return rows.first(
                "select stream_id from event_log" + (after == null ? "" : " where stream_id > ?") + order,
                select -> {
                    if (after != null) {
                        select.setObject(1, after);
                    }
                },
                row -> row.getObject(1, UUID.class));
    }

    /**
     * All events of the projects of a part, project by project, each in its order.
     *
     * @param after the last project of the part before; null for the first part
     * @param last the last project of this part
     * @param upToPosition events behind it are left out
     */
    public List<LoggedEvent> part(@Nullable UUID after, UUID last, long upToPosition) {
        String behind = after == null ? "" : " and stream_id > ?";
        return rows.events("where stream_id <= ? and log_position <= ?" + behind + IN_ORDER, select -> {
            select.setObject(1, last);
            select.setLong(2, upToPosition);
            if (after != null) {
                select.setObject(3, after);
            }
        });
    }

    /** Where an event of a project stands; null where the log has no such event. */
    public @Nullable Long positionOf(UUID projectId, long sequence) {
        return rows.first(
                "select log_position from event_log where stream_id = ? and stream_sequence = ?",
                select -> {
                    select.setObject(1, projectId);
                    select.setLong(2, sequence);
                },
                row -> row.getLong(1));
    }
}
