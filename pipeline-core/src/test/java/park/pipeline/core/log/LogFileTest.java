package park.pipeline.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log in H2's file: what was acknowledged is in it. */
class LogFileTest {
    private static final UUID PROJECT = new UUID(1, 1);

    @TempDir
    Path folder;

    @Test
    void all_is_there_when_the_database_is_opened_again() throws SQLException {
        String name = UUID.randomUUID().toString();
        TestDatabase closed = new TestDatabase(Database.H2_FILE, name);
        Appended before = store(closed.dataSource(), Appends.of(PROJECT, 1, 3));
        closed.closeConnections();

        try (TestDatabase opened = new TestDatabase(Database.H2_FILE, name)) {
            LogReader reader = new LogReader(opened.dataSource(), new EventCodec());
            assertThat(reader.streams().of(PROJECT, 1, Long.MAX_VALUE)).hasSize(3);
            assertThat(reader.lastRecordedAt()).isEqualTo(before.recordedAt());
            Appended after = store(opened.dataSource(), Appends.of(PROJECT, 4, 1));
            assertThat(after.position()).isEqualTo(4);
            assertThat(after.recordedAt()).isAfter(before.recordedAt());
        }
    }

    /** A copy of the file of a running database is what a kill would leave; H2 by itself would write a minute later. */
    @Test
    void what_was_acknowledged_is_in_the_file_though_the_database_writes_late() throws Exception {
        JdbcConnectionPool running = open("running", ";WRITE_DELAY=60000");
        Database.H2_FILE.migrate(running);
        store(running, Appends.of(PROJECT, 1, 3));

        Files.copy(folder.resolve("running.mv.db"), folder.resolve("copy.mv.db"));

        JdbcConnectionPool copy = open("copy", "");
        assertThat(new LogReader(copy, new EventCodec()).streams().of(PROJECT, 1, Long.MAX_VALUE))
                .hasSize(3);
        copy.dispose();
        running.dispose();
    }

    @Test
    void what_may_not_be_safe_on_disk_is_not_acknowledged() {
        try (TestDatabase database = Database.H2_FILE.open()) {
            DataSource fullDisk = Intercepted.on("createStatement", database.dataSource(), real -> {
                throw new SQLException("no checkpoint: the disk is full");
            });

            assertThatThrownBy(() -> store(fullDisk, Appends.first(PROJECT))).isInstanceOf(LogUnavailable.class);
        }
    }

    private JdbcConnectionPool open(String name, String settings) {
        return JdbcConnectionPool.create(
                Database.h2("jdbc:h2:file:" + folder.toAbsolutePath().resolve(name) + settings));
    }

    private static Appended store(DataSource dataSource, Append append) {
        return new LogWriter(dataSource, Clock.systemUTC(), LogDialect.H2_FILE)
                .submit(append)
                .await();
    }
}
