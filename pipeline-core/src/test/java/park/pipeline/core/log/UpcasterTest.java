package park.pipeline.core.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import park.pipeline.core.log.EventSamples.Sample;
import park.pipeline.core.project.Permit;
import park.pipeline.core.project.ProjectEvent;
import park.pipeline.core.project.ProjectEvent.PermitWaived;
import park.pipeline.core.project.Recorded;
import park.pipeline.core.project.Remarks;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Old lines are led up to the newest revision when they are read, and are never written anew. */
class UpcasterTest {
    private static final EventCodec CODEC = new EventCodec();
    private static final UUID ID = new UUID(0, 1);

    /** One that was given another name, then a field more with a value for the old ones, then one that may be left out. */
    private static final EventType PAINTED = new EventType(
            "ProjectPainted",
            ProjectEvent.NegotiationOpened.class,
            older -> older.set("hue", older.remove("colour")),
            older -> older.put("coats", 1),
            Upcaster.adding("by"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | {\"colour\":\"red\"}                      | {\"coats\":1,\"hue\":\"red\"}",
                "2 | {\"hue\":\"red\"}                         | {\"coats\":1,\"hue\":\"red\"}",
                "3 | {\"coats\":2,\"hue\":\"red\"}             | {\"coats\":2,\"hue\":\"red\"}",
                "4 | {\"by\":\"me\",\"coats\":2,\"hue\":\"red\"} | {\"by\":\"me\",\"coats\":2,\"hue\":\"red\"}"
            })
    void each_revision_is_led_up_step_by_step(int revision, String stored, String newest) {
        assertThat(PAINTED.revision()).isEqualTo(4);
        assertThat(new String(CanonicalJson.bytes(PAINTED.upcast(revision, tree(stored))), UTF_8))
                .isEqualTo(newest);
    }

    @Test
    void a_revision_that_was_never_released_stops_the_reader() {
        assertThatThrownBy(() -> PAINTED.upcast(0, tree("{}"))).isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> PAINTED.upcast(5, tree("{}"))).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void what_says_nothing_new_is_written_in_the_older_revision_but_never_behind_a_changed_form() {
        assertThat(PAINTED.revisionFor(tree("{\"coats\":2,\"hue\":\"red\",\"by\":\"me\"}")))
                .isEqualTo(4);
        assertThat(PAINTED.revisionFor(tree("{\"coats\":2,\"hue\":\"red\"}"))).isEqualTo(3);
        assertThat(PAINTED.revisionFor(tree("{}"))).isEqualTo(3);
    }

    @Test
    void a_waiver_of_the_first_revision_is_one_without_a_document() {
        assertThat(read(EventSamples.named("PermitWaived.r1.required")))
                .isEqualTo(new PermitWaived(EventSamples.DAY, Permit.ENERGY, "低于限额", null, Remarks.NONE));
        assertThat(((PermitWaived) read(EventSamples.named("PermitWaived.r2"))).documentNo())
                .isEqualTo("环函〔2023〕7号");
    }

    @Test
    void a_waiver_is_written_in_the_second_revision_only_if_it_names_a_document() {
        Append.Line without = CODEC.line(ID, 1, waived(null));
        Append.Line with = CODEC.line(ID, 1, waived("LH-2"));
        assertThat(without.revision()).isEqualTo(1);
        assertThat(new String(without.data(), UTF_8)).isEqualTo("{\"permit\":\"LAND\",\"reason\":\"已有用地\"}");
        assertThat(with.revision()).isEqualTo(2);
        assertThat(new String(with.data(), UTF_8))
                .isEqualTo("{\"documentNo\":\"LH-2\",\"permit\":\"LAND\",\"reason\":\"已有用地\"}");
    }

    @Test
    void a_line_that_says_more_than_its_revision_can_stops_the_reader() {
        byte[] later = EventSamples.named("PermitWaived.r2").data();
        assertThatThrownBy(() -> CODEC.event("PermitWaived", 1, EventSamples.DAY, later))
                .isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> CODEC.event("PermitWaived", 3, EventSamples.DAY, later))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void data_is_shown_as_the_newest_revision_has_it() {
        for (Sample sample : EventSamples.all()) {
            LoggedEvent stored = new LoggedEvent(
                    1,
                    ID,
                    sample.type(),
                    sample.revision(),
                    "tester",
                    sample.data(),
                    new Recorded(ID, 1, Instant.EPOCH, read(sample)));
            assertThat(new String(CODEC.newest(stored), UTF_8))
                    .as(sample.toString())
                    .isEqualTo(new String(sample.data(), UTF_8));
        }
    }

    private static PermitWaived waived(String documentNo) {
        return new PermitWaived(EventSamples.DAY, Permit.LAND, "已有用地", documentNo, Remarks.NONE);
    }

    private static ProjectEvent read(Sample sample) {
        return CODEC.event(sample.type(), sample.revision(), sample.occurredOn(), sample.data());
    }

    private static ObjectNode tree(String json) {
        return (ObjectNode) new JsonMapper().readTree(json);
    }
}
