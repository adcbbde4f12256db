package park.pipeline.core.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import park.pipeline.core.project.Change;
import park.pipeline.core.project.Precision;
import park.pipeline.core.project.ProfileChanges;
import park.pipeline.core.project.ProjectEvent;
import park.pipeline.core.project.ProjectEvent.ContractSigned;
import park.pipeline.core.project.ProjectEvent.NegotiationOpened;
import park.pipeline.core.project.ProjectEvent.ProfileAmended;
import park.pipeline.core.project.RandomHistories;
import park.pipeline.core.project.Remarks;

class EventCodecTest {
    private static final EventCodec CODEC = new EventCodec();
    private static final LocalDate DAY = LocalDate.parse("2023-07-31");

    @Test
    void a_field_that_is_cleared_is_null_and_one_that_is_left_is_absent() {
        String data = "{\"changes\":{\"name\":\"二期\",\"origin\":null},\"reason\":\"更名\"}";
        ProfileAmended event = (ProfileAmended) read("ProfileAmended", data);
        assertThat(event.changes().origin()).isEqualTo(new Change<>(null));
        assertThat(event.changes().name()).isEqualTo(new Change<>("二期"));
        assertThat(event.changes().reference()).isNull();
        assertThat(event.changes().capacity()).isNull();
        assertThat(written(event)).isEqualTo(data);
    }

    @Test
    void every_field_that_can_be_cleared_survives_cleared() {
        ProfileAmended event = (ProfileAmended) CODEC.event(
                "ProfileAmended",
                1,
                DAY,
                EventSamples.named("ProfileAmended.r1.cleared").data());
        ProfileChanges c = event.changes();
        assertThat(List.of(c.origin(), c.chainEffect(), c.capacity(), c.landMu(), c.reference()))
                .containsOnly(new Change<>(null));
        assertThat(c.name()).isNull();
        assertThat(c.enterprise()).isNull();
    }

    @Test
    void every_event_of_any_history_survives_the_log() {
        RandomHistories.forMany(
                200,
                history -> history.facts().forEach(fact -> {
                    ProjectEvent event = fact.event();
                    Append.Line line = line(event);
                    ProjectEvent back = CODEC.event(line.type(), line.revision(), line.occurredOn(), line.data());
                    assertThat(back).isEqualTo(event);
                    assertThat(line(back).data()).isEqualTo(line.data());
                }));
    }

    @Test
    void the_day_stands_on_the_line_and_not_in_the_data() {
        assertThat(written(new NegotiationOpened(DAY, Remarks.NONE))).isEqualTo("{}");
        assertThat(written(new NegotiationOpened(DAY, new Remarks("n", Precision.YEAR, true))))
                .isEqualTo("{\"imported\":true,\"note\":\"n\",\"precision\":\"YEAR\"}");
    }

    @Test
    void equal_numbers_are_written_as_one() {
        String small = written(new ContractSigned(DAY, null, new BigDecimal("80.500"), null, Remarks.NONE));
        assertThat(small).isEqualTo("{\"landMu\":80.5}");
        assertThat(written(new ContractSigned(DAY, 0L, new BigDecimal("1E+3"), null, Remarks.NONE)))
                .isEqualTo("{\"investmentCny\":0,\"landMu\":1000}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"percent\":1,\"paidInCny\":2,\"mood\":\"good\"}",
                "{\"percent\":1,\"percent\":2,\"paidInCny\":2}",
                "{\"percent\":null,\"paidInCny\":2}",
                "{\"percent\":1}",
                "{\"percent\":1,\"paidInCny\":2",
                "[]",
                "null",
                "{\"percent\":1,\"paidInCny\":2,\"note\":7}",
                "{\"percent\":1,\"paidInCny\":2,\"note\":{\"de\":\"n\"}}",
                "{\"percent\":1,\"paidInCny\":2,\"note\":[\"n\"]}",
                "{\"percent\":1,\"paidInCny\":2,\"precision\":\"CENTURY\"}"
            })
    void data_that_this_release_does_not_know_stops_the_reader(String data) {
        assertThatThrownBy(() -> read("ProgressReported", data)).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void a_remark_within_one_of_the_fields_stops_the_reader() {
        String lead =
                "{\"enterprise\":{\"name\":\"e\"%s},\"industry\":\"OTHER\",\"kind\":\"NEW_BUILD\",\"name\":\"n\"}";
        assertThat(read("LeadRegistered", lead.formatted(""))).isInstanceOf(ProjectEvent.LeadRegistered.class);
        assertThatThrownBy(() -> read("LeadRegistered", lead.formatted(",\"note\":\"n\"")))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void the_remarks_of_an_older_revision_are_read_as_well() {
        ProjectEvent event =
                read("PermitWaived", "{\"imported\":true,\"note\":\"n\",\"permit\":\"LAND\",\"reason\":\"r\"}");
        assertThat(event.remarks()).isEqualTo(new Remarks("n", Precision.DAY, true));
    }

    @Test
    void a_day_on_the_line_of_an_event_that_has_none_stops_the_reader() {
        assertThatThrownBy(() -> read("ContactPersonErased", "{\"contactId\":\"" + new UUID(0, 7) + "\"}"))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void a_code_that_was_never_released_stops_the_reader() {
        assertThatThrownBy(() -> read("ProjectReopened", "{\"to\":\"MOON\"}")).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void an_unknown_name_or_revision_stops_the_reader() {
        assertThatThrownBy(() -> read("ProjectPainted", "{}")).isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> CODEC.event("NegotiationOpened", 2, DAY, "{}".getBytes(UTF_8)))
                .isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> CODEC.event("NegotiationOpened", 0, DAY, "{}".getBytes(UTF_8)))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void a_line_of_plain_values_is_canonical_and_keeps_its_nulls() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("sequence", 7L);
        fields.put("occurredOn", null);
        fields.put("actor", "李");
        assertThat(new String(CODEC.canonical(fields), UTF_8))
                .isEqualTo("{\"actor\":\"李\",\"occurredOn\":null,\"sequence\":7}");
    }

    private static ProjectEvent read(String type, String data) {
        return CODEC.event(type, 1, DAY, data.getBytes(UTF_8));
    }

    private static String written(ProjectEvent event) {
        return new String(line(event).data(), UTF_8);
    }

    private static Append.Line line(ProjectEvent event) {
        return CODEC.line(new UUID(0, 1), 1, event);
    }
}
