package park.pipeline.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.log.Database;
import park.pipeline.core.log.TestDatabase;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.view.Feed;

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
            double ours = 0;
            double raw = 0;
            for (Bulk view : Bulk.values()) {
                view.build(database.dataSource(), generated.events);
                RawRebuild baseline = new RawRebuild(jdbc, Feed.tables(view.view(database.dataSource())));
                List<Double> seconds = new ArrayList<>();
                List<Double> rawSeconds = new ArrayList<>();
                List<Double> ratios = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    rawSeconds.add(baseline.seconds(generated.events));
                    seconds.add(view.build(database.dataSource(), generated.events));
                    ratios.add(rawSeconds.getLast() / seconds.getLast() * 100);
                }
                baseline.drop();
                ours += Measured.of(seconds).median();
                raw += Measured.of(rawSeconds).median();
                System.out.printf(
                        "bench bulk rebuild: %s: %,d events/s, raw %,d, ratio in per cent %s%n",
                        view,
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

    private static Map<Stage, Long> projectsByStage(JdbcTemplate jdbc) {
        Map<Stage, Long> found = new EnumMap<>(Stage.class);
        String live =
                jdbc.queryForObject("select generation from view_position where view_name = 'project'", String.class);
        jdbc.query("select stage, count(*) from project_row_g" + live + " group by stage", row -> {
            found.put(Stage.valueOf(row.getString(1)), row.getLong(2));
        });
        return found;
    }
}
