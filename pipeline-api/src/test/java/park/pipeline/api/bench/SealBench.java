package park.pipeline.api.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import park.pipeline.core.log.Append;
import park.pipeline.core.log.LogDialect;
import park.pipeline.core.log.LogLines;
import park.pipeline.core.log.LogWriter;
import park.pipeline.core.log.OwnTransaction;
import park.pipeline.core.project.ClaimChange;
import park.pipeline.core.seal.SealKey;
import park.pipeline.core.seal.SealedTree;
import park.pipeline.core.seal.Sealer;

/** Appends a second by one client on the H2 file database, with nobody sealing and with the seal going on all the time. */
class SealBench {
    private static final int ROUNDS = 5;
    private static final long ROUND_NANOS = 3_000_000_000L;
    private static final byte[] DATA = ("{\"note\":\"" + "x".repeat(400) + "\"}").getBytes(StandardCharsets.UTF_8);

    private long total;

    @Test
    void appends_a_second() throws Exception {
        DataSource database = JdbcConnectionPool.create(FileDatabase.newUrl(), "sa", "");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/common")
                .load()
                .migrate();
        LogWriter writer = new LogWriter(database, Clock.systemUTC(), LogDialect.of(database));
        Sealer sealer = sealer(database);
        append(writer);
        List<Double> alone = new ArrayList<>();
        List<Double> sealed = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            alone.add(append(writer));
            sealAll(sealer); // so that it seals only what this round appends
            AtomicBoolean over = new AtomicBoolean();
            Thread seal = Thread.ofPlatform().start(() -> sealUntil(over, sealer));
            sealed.add(append(writer));
            over.set(true);
            seal.join();
        }
        Measured without = Measured.of(alone);
        Measured with = Measured.of(sealed);
        System.out.printf(
                "bench seal: %s appends/s without, %s with it, ratio %.2f; %,d events, %d cores, H2 file%n",
                without,
                with,
                with.median() / without.median(),
                total,
                Runtime.getRuntime().availableProcessors());
    }

    private double append(LogWriter writer) {
        long start = System.nanoTime();
        int count = 0;
        while (System.nanoTime() - start < ROUND_NANOS) {
            Append.Line line =
                    new Append.Line(UUID.randomUUID(), 1, null, "LeadRegistered", 1, LocalDate.of(2023, 1, 5), DATA);
            writer.submit(new Append(UUID.randomUUID(), "bench", List.of(line), ClaimChange.NONE, null, null, null))
                    .await();
            count++;
        }
        total += count;
        return count * 1e9 / (System.nanoTime() - start);
    }

    /** As the service does it: all that there is, and then a second's rest. */
    private static void sealUntil(AtomicBoolean over, Sealer sealer) {
        long next = 0;
        while (!over.get()) {
            if (System.nanoTime() >= next) {
                sealAll(sealer);
                next = System.nanoTime() + 1_000_000_000L;
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static void sealAll(Sealer sealer) {
        boolean more = true;
        while (more) {
            more = sealer.sealNext();
        }
    }

    private static Sealer sealer(DataSource database) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "seal-bench");
        LogLines lines = new LogLines(database);
        return new Sealer(
                new OwnTransaction(database, LogDialect.of(database)),
                new SealedTree(database, "projects"),
                (position, limit) -> lines.after(position, Long.MAX_VALUE, limit).stream()
                        .map(line -> new Sealer.Entries.Entry(line.position(), line.bytes()))
                        .toList(),
                SealKey.in(folder, "bench/log"),
                "bench/log",
                Clock.systemUTC());
    }
}
