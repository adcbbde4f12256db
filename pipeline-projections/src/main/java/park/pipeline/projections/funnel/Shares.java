package park.pipeline.projections.funnel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.ProjectFilter.Conditions;

/** What each event recorded between two instants changed in the report for one day: its postings, added up. */
final class Shares {
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
            LocalDate asOf, ProjectFilter filter, Between instants, long afterPosition, int limit) {
        Conditions conditions = FunnelQueries.conditions(asOf, filter)
                .and("recorded_at > ?", instants.after())
                .and("recorded_at <= ?", instants.upTo())
                .and("log_position > ?", afterPosition);
        SequencedMap<Long, List<StageShare>> shares = new LinkedHashMap<>();
        // An event has at most one row a stage: this many rows hold the wanted events, each of them whole.
        int rows = limit * Stage.values().length;
        jdbc.query(
                "select log_position, stage, sum(projects), sum(investment_cny) from funnel_posting"
                        + conditions.where() + " group by log_position, stage"
                        + " having sum(projects) <> 0 or sum(investment_cny) <> 0"
                        + " order by log_position, stage limit ?",
                row -> {
                    long position = row.getLong(1);
                    if (shares.size() < limit || shares.containsKey(position)) {
                        StageShare share = new StageShare(
                                Stage.valueOf(row.getString(2)),
                                row.getLong(3),
                                row.getBigDecimal(4).toBigIntegerExact());
                        shares.computeIfAbsent(position, p -> new ArrayList<>())
                                .add(instants.backwards() ? share.negated() : share);
                    }
                },
                Stream.concat(Stream.of(conditions.arguments()), Stream.of(rows))
                        .toArray());
        shares.values().forEach(ofEvent -> ofEvent.sort((a, b) -> a.stage().compareTo(b.stage())));
        return shares;
    }
}
