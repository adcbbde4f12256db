package park.pipeline.api.limits;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import park.pipeline.api.wiring.PipelineSettings;
import park.pipeline.core.log.Micros;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.project.StageLimits;

/**
 * The limits in force: what an administrator has set last, or else the settings, or else the contract's. Older ones are
 * kept, and do not count. What another node has set is seen within a second.
 */
@Repository
public class Limits implements Supplier<StageLimits> {
    /**
     * The limit of one stage.
     *
     * @param days in force; null where the stage has none
     * @param setting what holds while nobody has set another
     * @param actor who has set it; null where it is the setting
     */
    public record Limit(
            Stage stage,
            @Nullable Integer days,
            @Nullable Integer setting,
            @Nullable String actor,
            @Nullable Instant recordedAt) {}

    /**
     * A limit that was set.
     *
     * @param days null where the stage got its setting back
     */
    public record Change(Stage stage, @Nullable Integer days, String actor, Instant recordedAt) {}

    private record Kept(StageLimits limits, long readAt) {}

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Map<Stage, Integer> settings;
    private volatile @Nullable Kept kept;

    Limits(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock, PipelineSettings settings) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.settings = new EnumMap<>(StageLimits.DEFAULT.days());
        this.settings.putAll(settings.limits());
    }

    @Override
    public StageLimits get() {
        Kept known = kept;
        if (known != null && System.nanoTime() - known.readAt() < FRESH_NANOS) {
            return known.limits();
        }
        long now = System.nanoTime();
        Map<Stage, Integer> days = new EnumMap<>(Stage.class);
        all().forEach(limit -> {
            if (limit.days() != null) {
                days.put(limit.stage(), limit.days());
            }
        });
        StageLimits limits = new StageLimits(days);
        kept = new Kept(limits, now);
        return limits;
    }

    /** Every stage that can have a limit, in order. */
    public List<Limit> all() {
        Map<Stage, Limit> set = new EnumMap<>(Stage.class);
        jdbc.query(
                "select stage, days, actor, recorded_at from stage_limit where limit_no in"
                        + " (select max(limit_no) from stage_limit group by stage)",
                row -> {
                    Stage stage = Stage.valueOf(row.getString(1));
                    Integer days = row.getObject(2, Integer.class);
                    Integer setting = settings.get(stage);
                    set.put(
                            stage,
                            days == null
                                    ? new Limit(stage, setting, setting, null, null)
                                    : new Limit(
                                            stage, days, setting, row.getString(3), Micros.instant(row.getLong(4))));
                });
        return Stage.RANKED.stream()
                .filter(Stage::isOpen)
                .map(stage ->
                        set.getOrDefault(stage, new Limit(stage, settings.get(stage), settings.get(stage), null, null)))
                .toList();
    }

    /** All that were ever set, the newest first; at most so many. */
    public List<Change> history(int limit) {
        return jdbc.query(
                "select stage, days, actor, recorded_at from stage_limit order by limit_no desc limit " + limit,
                (row, i) -> new Change(
                        Stage.valueOf(row.getString(1)),
                        row.getObject(2, Integer.class),
                        row.getString(3),
                        Micros.instant(row.getLong(4))));
    }

    /** Sets all limits at once; a stage that is left out gets its setting back. */
    void set(Map<Stage, Integer> days, String actor) {
        transaction.executeWithoutResult(status -> all().forEach(limit -> {
            Integer wanted = days.get(limit.stage());
            Integer now = limit.actor() == null ? null : limit.days();
            if (wanted == null ? now != null : !wanted.equals(now)) {
                jdbc.update(
                        "insert into stage_limit (stage, days, actor, recorded_at) values (?, ?, ?, ?)",
                        limit.stage().name(),
                        wanted,
                        actor,
                        Micros.of(clock.instant()));
            }
        }));
        kept = null;
    }
}
