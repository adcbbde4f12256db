package park.pipeline.core.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import park.pipeline.core.log.EventSamples.Sample;
import park.pipeline.core.project.ClaimChange;

/** A log that holds lines of every revision ever released. */
class LogRevisionsContractTest extends LogContract {
    @Test
    void every_revision_is_read_by_the_code_of_today_and_its_line_stays_what_was_sealed() {
        List<Sample> samples = EventSamples.all();
        List<Append.Line> stored = IntStream.range(0, samples.size())
                .mapToObj(i -> line(i + 1, samples.get(i)))
                .toList();
        store(new Append(A, Appends.ACTOR, stored, ClaimChange.NONE, null, null, null));

        List<LoggedEvent> read = all();
        List<LogLine> lines = new LogLines(database.dataSource()).after(0, Long.MAX_VALUE, samples.size());
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            LoggedEvent event = read.get(i);
            assertThat(event.event().getClass())
                    .isEqualTo(EventTypes.named(sample.type()).payload());
            assertThat(event.event())
                    .isEqualTo(new EventCodec()
                            .event(sample.type(), sample.revision(), sample.occurredOn(), sample.data()));
            // The leaf of the seal: the line's bytes, in which data and revision are those of the day it was written.
            assertThat(new String(lines.get(i).bytes(), UTF_8))
                    .contains("\"data\":" + new String(sample.data(), UTF_8) + ",")
                    .contains("\"revision\":" + sample.revision() + ",");
        }
        assertThat(samples).extracting(Sample::revision).contains(1, 2);
    }

    private static Append.Line line(int sequence, Sample sample) {
        return new Append.Line(
                new UUID(1, sequence),
                sequence,
                null,
                sample.type(),
                sample.revision(),
                sample.occurredOn(),
                sample.data());
    }
}
