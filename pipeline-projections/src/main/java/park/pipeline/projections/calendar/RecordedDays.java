package park.pipeline.projections.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.log.Micros;
import park.pipeline.projections.view.Positioned;

/**
 * The days on which something was recorded. They are found in leaps, from the first event of a day to the first event
 * after it, so that the cost is that of the days and not of the events; what is found stays, as the log only grows.
 */
public final class RecordedDays {
    /** Several events may share an instant; the position is that of the first of them. */
    private static final String FIRST_FROM = """
            select min(log_position), recorded_at from event_log
            where recorded_at = (select recorded_at from event_log where recorded_at >= ? order by recorded_at limit 1)
            group by recorded_at
            """;

    private record FirstEvent(LocalDate day, long position) {}

    private final JdbcTemplate jdbc;
    private final LogReader log;
    private final Map<ZoneId, List<FirstEvent>> found = new HashMap<>();

    public RecordedDays(JdbcTemplate jdbc, LogReader log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /**
     * All such days of a time zone, in order.
     *
     * @return the count: how many events were recorded on the day
     */
    public Positioned<List<BusyDay>> days(ZoneId zone) {
        long head = log.head();
        return new Positioned<>(upTo(head, firstEvents(zone)), head);
    }

    /** Positions are without gaps: a day has as many events as lie between its first and that of the next day. */
    private static List<BusyDay> upTo(long head, List<FirstEvent> firsts) {
        List<BusyDay> days = new ArrayList<>(firsts.size());
        for (int i = 0; i < firsts.size() && firsts.get(i).position() <= head; i++) {
            long next = i + 1 < firsts.size() ? firsts.get(i + 1).position() : Long.MAX_VALUE;
            FirstEvent first = firsts.get(i);
            days.add(new BusyDay(first.day(), Math.min(next, head + 1) - first.position()));
        }
        return days;
    }

    private synchronized List<FirstEvent> firstEvents(ZoneId zone) {
        List<FirstEvent> known = found.computeIfAbsent(zone, z -> new ArrayList<>());
        FirstEvent next = firstAfter(known.isEmpty() ? null : known.getLast().day(), zone);
        while (next != null) {
            known.add(next);
            next = firstAfter(next.day(), zone);
        }
        return List.copyOf(known);
    }

    private @Nullable FirstEvent firstAfter(@Nullable LocalDate day, ZoneId zone) {
        long from =
                day == null ? 0 : Micros.of(day.plusDays(1).atStartOfDay(zone).toInstant());
        List<FirstEvent> first = jdbc.query(
                FIRST_FROM,
                (row, i) -> new FirstEvent(LocalDate.ofInstant(Micros.instant(row.getLong(2)), zone), row.getLong(1)),
                from);
        return first.isEmpty() ? null : first.getFirst();
    }
}
