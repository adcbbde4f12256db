package park.pipeline.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import park.pipeline.api.PipelineTest;

/** The pace of commands on a project with 2,000 events beside that on young ones, in turns: one client, over HTTP. */
@PipelineTest
class LongStreamBench {
    private static final int EVENTS = 2_000;
    private static final int ROUNDS = 7;
    private static final int COMMANDS = 100;

    @LocalServerPort
    int port;

    private Api api;
    private int amount = 1;

    @DynamicPropertySource
    static void fileDatabase(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", FileDatabase::newUrl);
    }

    @Test
    void a_long_history_costs_a_command_nothing() {
        api = Api.at(port);
        String old = register();
        for (int i = 1; i < EVENTS; i++) {
            command(old);
        }
        List<Double> onOld = new ArrayList<>();
        List<Double> onYoung = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            onYoung.add(perSecond(register()));
            onOld.add(perSecond(old));
        }
        Measured young = Measured.of(onYoung);
        Measured aged = Measured.of(onOld);
        System.out.printf(
                "bench long stream: %s commands/s on %,d events and more, %s on young projects, ratio %.2f; %d cores, H2 file%n",
                aged,
                EVENTS,
                young,
                aged.median() / young.median(),
                Runtime.getRuntime().availableProcessors());
    }

    private double perSecond(String project) {
        long start = System.nanoTime();
        for (int i = 0; i < COMMANDS; i++) {
            command(project);
        }
        return COMMANDS * 1e9 / (System.nanoTime() - start);
    }

    /** Half of what happens to a project in many years is talk, half changes its numbers. */
    private void command(String project) {
        amount++;
        Answer answer = amount % 2 == 0
                ? api.command(project + "/log-contact", "{'occurredOn':'2024-01-05','channel':'CALL','summary':'电话回访'}")
                : api.command(
                        project + "/revise-investment",
                        "{'occurredOn':'2024-01-05','investmentCny':%d,'reason':'调整'}".formatted(amount));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private String register() {
        Answer lead = api.command("/api/projects", """
                {'name':'%s','enterprise':{'name':'e'},'industry':'LITHIUM','occurredOn':'2023-01-05'}
                """.formatted(UUID.randomUUID()));
        return lead.header("Location");
    }
}
