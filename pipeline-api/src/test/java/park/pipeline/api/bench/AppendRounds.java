package park.pipeline.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import park.pipeline.api.PipelineTest;
import park.pipeline.api.wiring.ViewFeeding;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.log.Receipt;
import park.pipeline.core.log.Submission;
import park.pipeline.core.project.Enterprise;
import park.pipeline.core.project.Profile;
import park.pipeline.core.project.Project;
import park.pipeline.core.project.ProjectCommand;
import park.pipeline.core.project.ProjectKind;
import park.pipeline.core.project.Remarks;
import park.pipeline.projections.view.ViewPositions;

/**
 * Commands inside the service: decided, appended with their receipt, safe on disk; the views stand still, or take them in beside
 * it. In turns with raw inserts of one row, by as many connections to the same database.
 */
@PipelineTest
@TestPropertySource(
        properties = {
            "pipeline.views-gather=25ms", // as the service does
            "logging.level.park.pipeline.api.project=warn" // the test runner would take in a line a command
        })
abstract class AppendRounds {
    private static final int ROUNDS = 5;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @Autowired
    CommandGateway commands;

    @Autowired
    LogReader log;

    @Autowired
    ViewPositions positions;

    @Autowired
    EventProcessingConfiguration processing;

    @LocalServerPort
    int port;

    /** Nobody else starts and stops the views. */
    @MockitoBean
    ViewFeeding feeding;

    /** Beside the service's own tables. */
    abstract RawAppend baseline() throws Exception;

    abstract String database();

    @BeforeEach
    void warmUp() throws Exception {
        if (log.head() == 0) {
            feed();
            Warm.up(() -> Load.perSecond(32, this::client));
            feed();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, false", "8, false", "32, false", "1, true", "8, true", "32, true"})
    void commands_a_second(int clients, boolean fed) throws Exception {
        if (fed) {
            feed();
        } else {
            processing.eventProcessors().values().forEach(EventProcessor::shutDown);
        }
        List<Double> service = new ArrayList<>();
        List<Double> raw = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        try (RawAppend baseline = baseline()) {
            Load.perSecond(clients, this::client); // the threads of so many
            for (int round = 0; round < ROUNDS; round++) {
                double inserts = Load.perSecond(clients, baseline::client);
                long before = log.head();
                AtomicLong count = new AtomicLong();
                double appends = Load.perSecond(clients, () -> Load.counted(client(), count));
                assertThat(log.head() - before).as("one event a command").isEqualTo(count.get());
                raw.add(inserts);
                service.add(appends);
                ratios.add(appends / inserts * 100);
            }
        }
        System.out.printf(
                "bench append: %2d clients, views %s: %s commands/s inside, %s raw inserts/s, ratio in per cent %s; %d cores, %s%n",
                clients,
                fed ? "beside it" : "at rest",
                Measured.of(service),
                Measured.of(raw),
                Measured.of(ratios),
                Runtime.getRuntime().availableProcessors(),
                database());
    }

    @Test
    void over_http_beside_the_same_inside() throws Exception {
        int clients = 32;
        List<Double> http = new ArrayList<>();
        List<Double> inside = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        try (HttpLoad load = new HttpLoad(port, clients)) {
            Warm.up(load::round);
            for (int round = 0; round < ROUNDS; round++) {
                // what the views have not taken in yet would be taken in at the cost of the next round
                feed();
                double appends = Load.perSecond(clients, this::client);
                feed();
                long before = log.head();
                HttpLoad.Round answered = load.round();
                assertThat(log.head() - before).as("one event a command").isEqualTo(answered.commands());
                inside.add(appends);
                http.add(answered.perSecond());
                ratios.add(answered.perSecond() / appends * 100);
            }
        }
        System.out.printf(
                "bench append: %d clients over HTTP: %s commands/s, %s inside, ratio in per cent %s; %d cores, %s%n",
                clients,
                Measured.of(http),
                Measured.of(inside),
                Measured.of(ratios),
                Runtime.getRuntime().availableProcessors(),
                database());
    }

    private void feed() {
        processing.eventProcessors().values().forEach(EventProcessor::start);
        assertThat(positions.awaitAll(log.head(), Duration.ofMinutes(5))).isTrue();
    }

    /** Registers a lead, opens its negotiation, signs its intent; and then the next one. */
    private Runnable client() {
        List<ProjectCommand> next = new ArrayList<>();
        return () -> {
            if (next.isEmpty()) {
                UUID project = UUID.randomUUID();
                next.add(new ProjectCommand.SignIntent(
                        project, LocalDate.of(2023, 2, 1), 1_300_000_000L, "意字1号", Remarks.NONE));
                next.add(new ProjectCommand.OpenNegotiation(project, LocalDate.of(2023, 1, 20), Remarks.NONE));
                next.add(register(project));
            }
            send(next.removeLast());
        };
    }

    private static ProjectCommand register(UUID project) {
        Profile profile = new Profile(
                "项目 " + project,
                new Enterprise("企业 " + project, null),
                "LITHIUM",
                ProjectKind.NEW_BUILD,
                "32",
                null,
                null,
                null,
                null);
        return new ProjectCommand.RegisterLead(
                project, LocalDate.of(2023, 1, 5), profile, 1_200_000_000L, "招商一组", null, null, Remarks.NONE);
    }

    private void send(ProjectCommand command) {
        Receipt receipt = new Receipt("bench", UUID.randomUUID().toString(), "0".repeat(64), 200, null, new byte[120]);
        Submission submission = Submission.optimistic("bench", receipt, null); // as the interface does
        commands.sendAndWait(
                new GenericCommandMessage<>(command, Map.of(Project.TODAY, TODAY, Submission.KEY, submission)));
        submission.await();
    }
}
