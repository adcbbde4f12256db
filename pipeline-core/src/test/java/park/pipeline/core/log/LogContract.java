package park.pipeline.core.log;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;

/** What every test of the log starts from: an empty log, on each database in turn, and a clock that stands still. */
@OnEveryDatabase
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class LogContract {
    static final Instant NOW = Instant.parse("2026-11-24T08:00:00.123456Z");
    static final UUID A = UUID.fromString("0000000a-0000-4000-8000-000000000000");
    static final UUID B = UUID.fromString("0000000b-0000-4000-8000-000000000000");
    static final UUID C = UUID.fromString("0000000c-0000-4000-8000-000000000000");

    @Parameter
    Database kind;

    final MovableClock clock = new MovableClock(NOW);
    TestDatabase database;
    LogWriter writer;
    LogReader reader;

    @BeforeEach
    void openAnEmptyLog() {
        database = kind.open();
        writer = writerOn(database.dataSource());
        reader = new LogReader(database.dataSource(), new EventCodec());
    }

    @AfterEach
    void closeTheLog() {
        database.close();
    }

    /** A second writer is a second node; on H2, where there is one node, a second process of thought. */
    LogWriter anotherNode() {
        return writerOn(database.dataSource());
    }

    /** A writer whose connections pass through a step at each commit. */
    LogWriter writerAtWhoseCommit(Intercepted.Step step) {
        return writerOn(Intercepted.on("commit", database.dataSource(), step));
    }

    LogWriter writerOn(DataSource dataSource) {
        return new LogWriter(dataSource, clock, LogDialect.of(database.dataSource()));
    }

    OwnTransaction transactions(DataSource dataSource) {
        return new OwnTransaction(dataSource, LogDialect.of(database.dataSource()));
    }

    Appended store(Append append) {
        return writer.submit(append).await();
    }

    List<LoggedEvent> all() {
        return reader.after(0, Integer.MAX_VALUE);
    }

    List<Long> positions() {
        return all().stream().map(LoggedEvent::position).toList();
    }

    /** Runs it in a thread of its own. */
    static <T> FutureTask<T> meanwhile(Callable<T> task) {
        FutureTask<T> future = new FutureTask<>(task);
        Thread.ofPlatform().daemon().start(future);
        return future;
    }
}
