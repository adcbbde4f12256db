package park.pipeline.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import park.pipeline.core.log.Commit;
import park.pipeline.core.log.Database;
import park.pipeline.core.log.EventCodec;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.log.LoggedEvent;
import park.pipeline.core.log.TestDatabase;
import park.pipeline.projections.view.View;
import park.pipeline.projections.view.ViewPositions;
import park.pipeline.projections.view.ViewProjector;

/**
 * A view that takes in a log as it does while serving, some hundred commands a transaction, in turns with hand-written upserts of one
 * row an event, 1,000 a batch: on PostgreSQL, over a stretch of a generated log each round.
 */
class TailingBench {
    private static final int PROJECTS = 10_000;
    private static final int ROUNDS = 5;
    private static final int BATCH = 500;
    private static final long STRETCH = 12_000;
    private static final String UPSERT = "insert into raw_tail (project_id, version, stage, data) values (?, ?, ?, ?)"
            + " on conflict (project_id) do update set version = excluded.version, stage = excluded.stage,"
            + " data = excluded.data";

    @Test
    void events_a_second() throws Exception {
        GeneratedLog generated = new GeneratedLog(7, PROJECTS);
        try (TestDatabase database = Database.POSTGRESQL.open()) {
            DataSource log = database.dataSource();
            try (Connection connection = log.getConnection()) {
                generated.copyInto(connection);
            }
            new JdbcTemplate(log)
                    .execute("create table raw_tail (project_id uuid primary key, version bigint not null,"
                            + " stage varchar(32) not null, data bytea not null)");
            try (HikariDataSource service = asTheService(log)) {
                for (Bulk each : Bulk.values()) {
                    compare(each, service, log);
                }
            }
        }
    }

    /** Rows of one batch become one statement, which is no good for upserts of one project twice. */
    private static HikariDataSource asTheService(DataSource database) throws Exception {
        HikariDataSource pool = new HikariDataSource();
        try (Connection connection = database.getConnection()) {
            pool.setJdbcUrl(connection.getMetaData().getURL());
            pool.setUsername(connection.getMetaData().getUserName());
        }
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return pool;
    }

    private static void compare(Bulk each, DataSource database, DataSource plain) throws Exception {
        new JdbcTemplate(database).execute("truncate raw_tail");
        LogReader reader = new LogReader(database, new EventCodec());
        View view = each.view(database);
        JdbcTemplate jdbc = new JdbcTemplate(database);
        ViewPositions positions = new ViewPositions(jdbc, reader, List.of(view.name()));
        ViewProjector projector = new ViewProjector(view, jdbc, reader, positions, (name, commits) -> () -> {});
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        List<Double> ours = new ArrayList<>();
        List<Double> raw = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = -2; round < ROUNDS; round++) { // the first two warm up
            long from = positions.of(view.name());
            double upserts = upserted(reader, from, plain);
            double taken = taken(reader, positions, projector, transaction, view.name());
            assertThat(positions.of(view.name())).isBetween(from + STRETCH, from + STRETCH + BATCH);
            if (round >= 0) {
                ours.add(taken);
                raw.add(upserts);
                ratios.add(taken / upserts * 100);
            }
        }
        System.out.printf(
                "bench tailing: %s: %s events/s, raw upserts %s rows/s, ratio in per cent %s; %d cores, PostgreSQL%n",
                each,
                Measured.of(ours),
                Measured.of(raw),
                Measured.of(ratios),
                Runtime.getRuntime().availableProcessors());
    }

    private static double taken(
            LogReader reader,
            ViewPositions positions,
            ViewProjector projector,
            TransactionTemplate transaction,
            String view) {
        long from = positions.of(view);
        long start = System.nanoTime();
        while (positions.of(view) < from + STRETCH) {
            List<Commit> commits = reader.commitsAfter(positions.of(view), BATCH);
            transaction.executeWithoutResult(status -> projector.take(commits));
        }
        return (positions.of(view) - from) * 1e9 / (System.nanoTime() - start);
    }

    private static double upserted(LogReader reader, long from, DataSource database) throws Exception {
        long position = from;
        long start = System.nanoTime();
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            connection.setAutoCommit(false);
            while (position < from + STRETCH) {
                for (LoggedEvent event : reader.after(position, 1_000)) {
                    upsert.setObject(1, event.projectId());
                    upsert.setLong(2, event.recorded().sequence());
                    upsert.setString(3, event.type());
                    upsert.setBytes(4, event.data());
                    upsert.addBatch();
                    position = event.position();
                }
                upsert.executeBatch();
                connection.commit();
            }
        }
        return (position - from) * 1e9 / (System.nanoTime() - start);
    }
}
