package park.pipeline.api.targets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import park.pipeline.core.log.Micros;

/** The targets, in the database; an older one of a year is kept, and does not count. */
@Repository
public class Targets {
    private static final String SETS = "select target_year, contracts, contract_investment_cny, construction_starts,"
            + " productions, actor, recorded_at from target ";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Targets(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The targets in force for a year; none where nobody has set any. */
    public Target of(int year) {
        List<Target> newest = jdbc.query(
                "select contracts, contract_investment_cny, construction_starts, productions from target"
                        + " where target_year = ? order by target_no desc limit 1",
                (row, i) -> new Target(
                        row.getObject(1, Long.class),
                        row.getObject(2, Long.class),
                        row.getObject(3, Long.class),
                        row.getObject(4, Long.class)),
                year);
        return newest.isEmpty() ? Target.NONE : newest.getFirst();
    }

    void set(int year, Target target, String actor) {
        jdbc.update(
                "insert into target (target_year, contracts, contract_investment_cny, construction_starts, productions,"
                        + " actor, recorded_at) values (?, ?, ?, ?, ?, ?, ?)",
                year,
                target.contracts(),
                target.contractInvestmentCny(),
                target.constructionStarts(),
                target.productions(),
                actor,
                Micros.of(clock.instant()));
    }

    /** A target that was set, and by whom. */
    public record Set(int year, Target target, String actor, Instant recordedAt) {}

    /** All that were ever set, the newest first; at most so many. */
    public List<Set> history(int limit) {
        return jdbc.query(SETS + "order by target_no desc limit " + limit, Targets::set);
    }

    /** What is in force, the last year first; at most so many years. */
    public List<Set> inForce(int limit) {
        return jdbc.query(
                SETS + "where target_no in (select max(target_no) from target group by target_year)"
                        + " order by target_year desc limit " + limit,
                Targets::set);
    }

    private static Set set(ResultSet row, int index) throws SQLException {
        return new Set(
                row.getInt(1),
                new Target(
                        row.getObject(2, Long.class),
                        row.getObject(3, Long.class),
                        row.getObject(4, Long.class),
                        row.getObject(5, Long.class)),
                row.getString(6),
                Micros.instant(row.getLong(7)));
    }
}
