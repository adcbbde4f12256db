package park.pipeline.projections.funnel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.view.Generation;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.ProjectFilter.Conditions;

/** What each event recorded between two instants changed in the report for one day: its postings, added up. */
final class Shares {
    private static final int POSITIONS_AN_EVENT = 16;
    private static final int WIDER = 4;

    private final JdbcTemplate jdbc;

    Shares(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next events with their shares, in the order of the log. An event that changed nothing in this report is not
     * among them.
     *
     * @param afterPosition only events behind it
     * @param limit how many events at the most
     */
    SequencedMap<Long, List<StageShare>> of(
            LocalDate asOf, ProjectFilter filter, Between instants, long afterPosition, int limit, Generation live) {
        String postings = live.table(FunnelView.POSTING);
        SequencedMap<Long, List<StageShare>> shares = new LinkedHashMap<>();
        long from = Math.max(firstAfter(instants.after(), postings), afterPosition + 1);
        long end = firstAfter(instants.upTo(), postings);
        // Wider and wider stretches of the log: a page then costs what it shows, and not all that was posted since.
        long width = (long) limit * POSITIONS_AN_EVENT;
        while (shares.size() < limit && from < end) {
            long to = Math.min(from + width, end);
            Conditions conditions =
                    LedgerSums.upTo(asOf, filter).and("log_position >= ?", from).and("log_position < ?", to);
            add(conditions, postings, instants.backwards(), limit, shares);
            from = to;
            width *= WIDER;
        }
        shares.values().forEach(ofEvent -> ofEvent.sort((a, b) -> a.stage().compareTo(b.stage())));
        return shares;
    }

    /**
     * What the events of a part of the log add up to; those that changed nothing in this report are not counted.
     *
     * @param afterPosition only events behind it
     * @param upToPosition only events up to and with it
     */
    ShareTotal total(
            LocalDate asOf,
            ProjectFilter filter,
            Between instants,
            long afterPosition,
            long upToPosition,
            Generation live) {
        if (afterPosition >= upToPosition) {
            return ShareTotal.NONE;
        }
        Conditions conditions = LedgerSums.upTo(asOf, filter)
                .and("recorded_at > ?", instants.after())
                .and("recorded_at <= ?", instants.upTo())
                .and("log_position > ?", afterPosition)
                .and("log_position <= ?", upToPosition);
        String events = "(select log_position, stage, sum(projects) share_projects, sum(investment_cny) share_cny from "
                + live.table(FunnelView.POSTING) + conditions.where() + " group by log_position, stage"
                + " having sum(projects) <> 0 or sum(investment_cny) <> 0) shares";
        Long count = number("select count(distinct log_position) from " + events, conditions.arguments());
        List<StageShare> sums = jdbc.query(
                "select stage, sum(share_projects), sum(share_cny) from " + events + " group by stage",
                (row, i) -> new StageShare(
                        Stage.valueOf(row.getString(1)),
                        row.getLong(2),
                        row.getBigDecimal(3).toBigIntegerExact()),
                conditions.arguments());
        return new ShareTotal(count == null ? 0 : count, List.of())
                .plus(new ShareTotal(
                        0,
                        sums.stream()
                                .map(share -> instants.backwards() ? share.negated() : share)
                                .toList()));
    }

    private void add(
            Conditions conditions,
            String postings,
            boolean backwards,
            int limit,
            SequencedMap<Long, List<StageShare>> shares) {
        // An event has at most one row a stage: this many rows hold the events that are wanted, each of them whole.
        int rows = limit * Stage.values().length;
        jdbc.query(
                "select log_position, stage, sum(projects), sum(investment_cny) from " + postings
                        + conditions.where() + " group by log_position, stage"
                        + " having sum(projects) <> 0 or sum(investment_cny) <> 0"
                        + " order by log_position limit ?",
                row -> {
                    long position = row.getLong(1);
                    if (shares.size() < limit || shares.containsKey(position)) {
                        StageShare share = new StageShare(
                                Stage.valueOf(row.getString(2)),
                                row.getLong(3),
                                row.getBigDecimal(4).toBigIntegerExact());
                        shares.computeIfAbsent(position, p -> new ArrayList<>())
                                .add(backwards ? share.negated() : share);
                    }
                },
                Stream.concat(Stream.of(conditions.arguments()), Stream.of(rows))
                        .toArray());
    }

    /** The position of the first posting recorded after an instant; behind the last where there is none. */
    private long firstAfter(long micros, String postings) {
        Long first = number("""
                select min(log_position) from %1$s where recorded_at =
                  (select recorded_at from %1$s where recorded_at > ? order by recorded_at limit 1)
                """.formatted(postings), micros);
        if (first != null) {
            return first;
        }
        Long last = number("select max(log_position) from " + postings);
        return last == null ? 0 : last + 1;
    }

    private @Nullable Long number(String sql, Object... arguments) {
        return jdbc.queryForObject(sql, Long.class, arguments);
    }
}
