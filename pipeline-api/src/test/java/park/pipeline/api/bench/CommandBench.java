package park.pipeline.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import park.pipeline.api.PipelineTest;
import park.pipeline.core.log.LogReader;

/**
 * Commands a second over HTTP, each with its idempotency key, beside raw inserts of one row by as many connections, in
 * turns. Clients and service share the machine and the process.
 */
@PipelineTest
class CommandBench {
    private static final int ROUNDS = 5;

    @LocalServerPort
    int port;

    @Autowired
    LogReader log;

    @DynamicPropertySource
    static void fileDatabase(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", FileDatabase::newUrl);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 32})
    void commands_a_second(int clients) throws Exception {
        List<Double> service = new ArrayList<>();
        List<Double> raw = new ArrayList<>();
        try (RawAppend baseline = new RawAppend()) {
            Load.perSecond(clients, () -> HttpCommands.client(port)); // warms up
            for (int round = 0; round < ROUNDS; round++) {
                raw.add(Load.perSecond(clients, baseline::client));
                long before = log.head();
                AtomicLong commands = new AtomicLong();
                service.add(Load.perSecond(clients, () -> Load.counted(HttpCommands.client(port), commands)));
                assertThat(log.head() - before).as("one event a command").isEqualTo(commands.get());
            }
        }
        Measured commands = Measured.of(service);
        Measured inserts = Measured.of(raw);
        System.out.printf(
                "bench commands: %2d clients: %s commands/s over HTTP, %s raw inserts/s, ratio %.2f; %d cores, H2 file%n",
                clients,
                commands,
                inserts,
                commands.median() / inserts.median(),
                Runtime.getRuntime().availableProcessors());
    }
}
