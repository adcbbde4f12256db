package park.pipeline.core.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import park.pipeline.core.log.Append;
import park.pipeline.core.log.EventCodec;
import park.pipeline.core.project.Decision;
import park.pipeline.core.project.ProjectCommand;
import park.pipeline.core.project.ProjectEvent;
import park.pipeline.core.project.RandomHistories;
import park.pipeline.core.project.Recorded;
import park.pipeline.core.project.Remarks;
import park.pipeline.core.project.Timeline;
import tools.jackson.databind.json.JsonMapper;

/** What a command costs without its database: decided, folded, written and read, the last two beside plain Jackson. By JMH. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class InsideBench {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private final JsonMapper json = new JsonMapper();
    private final EventCodec codec = new EventCodec();
    private final List<Recorded> history = RandomHistories.ofSeed(12, 60).facts();
    private final Timeline timeline = fold(history);
    private final ProjectCommand command =
            new ProjectCommand.ReviseInvestment(UUID.randomUUID(), TODAY, 1_234_000_000L, "调整", Remarks.NONE);
    private final ProjectEvent registration = history.getFirst().event();
    private final Append.Line line = codec.line(UUID.randomUUID(), 1, registration);

    @Test
    void microseconds_each() throws Exception {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(InsideBench.class.getName() + "\\..*")
                        .forks(1)
                        .warmupIterations(3)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(5)
                        .measurementTime(TimeValue.seconds(1))
                        .build())
                .run();
        assertThat(results).hasSize(6);
        for (RunResult result : results) {
            System.out.printf(
                    "bench inside: %s %.2f ± %.2f µs%n",
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getScore(),
                    result.getPrimaryResult().getScoreError());
        }
    }

    @Benchmark
    public Object decide() {
        return Decision.of(command, timeline, TODAY);
    }

    /** All events of one project. */
    @Benchmark
    public Timeline folded() {
        return fold(history);
    }

    private static Timeline fold(List<Recorded> facts) {
        Timeline folded = Timeline.EMPTY;
        for (Recorded fact : facts) {
            folded = folded.after(fact);
        }
        return folded;
    }

    @Benchmark
    public Object write() {
        return codec.line(line.eventId(), 1, registration);
    }

    @Benchmark
    public Object writeByJacksonAlone() {
        return json.writeValueAsBytes(registration);
    }

    @Benchmark
    public Object read() {
        return codec.event(line.type(), line.revision(), line.occurredOn(), line.data());
    }

    @Benchmark
    public Object readByJacksonAlone() {
        return json.readTree(line.data());
    }
}
