package park.pipeline.projections.view;

import org.springframework.jdbc.core.JdbcTemplate;

/** How far the log had come at an instant. */
public final class LogAt {
    private LogAt() {}

    /**
     * The position of the last event recorded at an instant or before; several may share their instant.
     *
     * @param micros the instant, in microseconds
     * @param jdbc within whose transaction it is read
     * @return 0 before the first event
     */
    public static long position(long micros, JdbcTemplate jdbc) {
        Long last = jdbc.queryForObject("""
                select max(log_position) from event_log where recorded_at =
                  (select recorded_at from event_log where recorded_at <= ? order by recorded_at desc limit 1)
                """, Long.class, micros);
        return last == null ? 0 : last;
    }
}
