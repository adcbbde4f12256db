package park.pipeline.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import park.pipeline.core.log.Database;
import park.pipeline.core.log.EventCodec;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.log.TestDatabase;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.funnel.FunnelView;
import park.pipeline.projections.history.HistoryView;
import park.pipeline.projections.project.ProjectView;
import park.pipeline.projections.rebuild.Comparison;
import park.pipeline.projections.rebuild.Progress;
import park.pipeline.projections.rebuild.Rebuild;
import park.pipeline.projections.stage.StageView;
import park.pipeline.projections.view.Feed;
import park.pipeline.projections.view.View;
import park.pipeline.projections.view.ViewPositions;
import park.pipeline.projections.view.ViewReads;

/**
 * Views built again from a generated log on PostgreSQL, in turns with what a hand-written program would take that reads and parses
 * the same events and loads the same rows by COPY. Only the filling is timed, the comparison of the rows is not.
 */
class BulkRebuildBench {
    private static final int PROJECTS = Integer.getInteger("bench.projects", 20_000);
    private static final int ROUNDS = 5;

    @Test
    void events_a_second() throws Exception {
        GeneratedLog generated = new GeneratedLog(20261126, PROJECTS);
        try (TestDatabase database = Database.POSTGRESQL.open()) {
            try (Connection connection = database.dataSource().getConnection()) {
                generated.copyInto(connection);
            }
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            List<View> views =
                    List.of(new ProjectView(jdbc), new FunnelView(jdbc), new StageView(jdbc), new HistoryView(jdbc));
            double ours = 0;
            double raw = 0;
            for (View view : views) {
                rebuild(view, database, generated);
                RawRebuild baseline = new RawRebuild(jdbc, Feed.tables(view));
                List<Double> seconds = new ArrayList<>();
                List<Double> rawSeconds = new ArrayList<>();
                List<Double> ratios = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    rawSeconds.add(baseline.seconds(generated.events));
                    seconds.add(rebuild(view, database, generated));
                    ratios.add(rawSeconds.getLast() / seconds.getLast() * 100);
                }
                baseline.drop();
                ours += Measured.of(seconds).median();
                raw += Measured.of(rawSeconds).median();
                System.out.printf(
                        "bench bulk rebuild: %s: %,d events/s, raw %,d, ratio in per cent %s%n",
                        view.name(),
                        Math.round(generated.events / Measured.of(seconds).median()),
                        Math.round(generated.events / Measured.of(rawSeconds).median()),
                        Measured.of(ratios));
            }
            assertThat(projectsByStage(jdbc)).isEqualTo(generated.inStage);
            System.out.printf(
                    "bench bulk rebuild: four views from %,d events: %.1f s, raw %.1f s, ratio %.2f; %d cores, PostgreSQL%n",
                    generated.events,
                    ours,
                    raw,
                    raw / ours,
                    Runtime.getRuntime().availableProcessors());
        }
    }

    /** @return how long it was filled, in seconds */
    private static double rebuild(View view, TestDatabase database, GeneratedLog generated) {
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        JdbcTransactionManager transactions = new JdbcTransactionManager(database.dataSource());
        LogReader reader = new LogReader(database.dataSource(), new EventCodec());
        ViewPositions positions = new ViewPositions(jdbc, reader, List.of(view.name()));
        long start = System.nanoTime();
        AtomicLong prepared = new AtomicLong(start);
        AtomicLong filled = new AtomicLong();
        Comparison comparison = new Rebuild(
                        view,
                        jdbc,
                        transactions,
                        reader,
                        positions,
                        new ViewReads(transactions, positions),
                        (phase, processed, total) -> {
                            if (phase == Progress.Phase.PREPARING) {
                                prepared.set(System.nanoTime());
                            } else if (phase == Progress.Phase.FILLING) {
                                filled.set(System.nanoTime());
                            }
                        })
                .run();
        assertThat(comparison.identical()).isTrue();
        assertThat(positions.of(view.name())).isEqualTo(generated.events);
        return (filled.get() - prepared.get()) / 1e9;
    }

    private static Map<Stage, Long> projectsByStage(JdbcTemplate jdbc) {
        Map<Stage, Long> found = new java.util.EnumMap<>(Stage.class);
        String live =
                jdbc.queryForObject("select generation from view_position where view_name = 'project'", String.class);
        jdbc.query("select stage, count(*) from project_row_g" + live + " group by stage", row -> {
            found.put(Stage.valueOf(row.getString(1)), row.getLong(2));
        });
        return found;
    }
}
