package park.pipeline.core.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import park.pipeline.core.log.EventSamples.Sample;
import park.pipeline.core.project.Capacity;
import park.pipeline.core.project.ChainEffect;
import park.pipeline.core.project.Enterprise;
import park.pipeline.core.project.Permit;
import park.pipeline.core.project.Precision;
import park.pipeline.core.project.ProjectEvent;
import park.pipeline.core.project.ProjectEvent.EntryRetracted;
import park.pipeline.core.project.ProjectEvent.LeadRegistered;
import park.pipeline.core.project.ProjectKind;
import park.pipeline.core.project.Remarks;
import park.pipeline.core.project.Retractable;

class EventSamplesTest {
    private static final EventCodec CODEC = new EventCodec();

    static List<Class<?>> everyEvent() {
        return List.of(ProjectEvent.class.getPermittedSubclasses());
    }

    static List<Sample> everySample() {
        return EventSamples.all();
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void every_event_is_known_to_the_log_by_its_name_and_has_samples(Class<?> event) {
        EventType type = EventTypes.of(event);
        assertThat(type.name()).isEqualTo(event.getSimpleName());
        assertThat(EventTypes.named(type.name())).isEqualTo(type);
        for (int revision = 1; revision <= type.revision(); revision++) {
            assertThat(everySample())
                    .extracting(Sample::toString)
                    .contains(type.name() + ".r" + revision, type.name() + ".r" + revision + ".required");
        }
    }

    @Test
    void no_stored_sample_is_overlooked() {
        assertThat(Path.of("src/test/resources/events").toFile().list())
                .containsExactlyInAnyOrderElementsOf(
                        everySample().stream().map(s -> s + ".json").toList());
    }

    @ParameterizedTest
    @MethodSource("everySample")
    void a_sample_is_read_into_its_event_and_written_back_byte_for_byte(Sample sample) {
        ProjectEvent event = read(sample);
        assertThat(event.getClass().getSimpleName()).isEqualTo(sample.type());
        assertThat(event.occurredOn()).isEqualTo(sample.occurredOn());
        byte[] written = CODEC.line(new UUID(0, 1), 1, event).data();
        assertThat(new String(written, UTF_8)).isEqualTo(new String(sample.data(), UTF_8));
        assertThat(written).isEqualTo(sample.data());
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void the_samples_of_an_event_show_every_field_and_the_short_one_only_what_is_due(Class<?> event) throws Exception {
        List<Sample> samples = everySample().stream()
                .filter(s -> s.type().equals(event.getSimpleName()))
                .toList();
        for (RecordComponent field : event.getRecordComponents()) {
            boolean optional = field.getAnnotatedType().isAnnotationPresent(Nullable.class);
            boolean shown = false;
            for (Sample sample : samples) {
                Object value = field.getAccessor().invoke(read(sample));
                shown |= value != null;
                if (sample.variant().equals("required")) {
                    assertThat(value == null)
                            .as("%s of %s", field.getName(), sample)
                            .isEqualTo(optional);
                }
            }
            assertThat(shown)
                    .as("a sample of %s with %s", event, field.getName())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("everySample")
    void the_short_sample_has_no_remarks_and_the_full_one_has(Sample sample) {
        switch (sample.variant()) {
            case "required" -> assertThat(read(sample).remarks()).isEqualTo(Remarks.NONE);
            case "" -> assertThat(read(sample).remarks().note()).isEqualTo("据会议纪要补记\n第二行");
            default ->
                assertThat(read(sample).remarks().imported())
                        .isEqualTo(sample.variant().equals("imported"));
        }
    }

    @Test
    void what_an_import_writes_has_a_sample_that_says_so() {
        assertThat(everySample().stream()
                        .filter(s -> read(s).remarks().imported())
                        .map(Sample::type))
                .containsExactlyInAnyOrder(
                        "LeadRegistered",
                        "NegotiationOpened",
                        "IntentSigned",
                        "ContractSigned",
                        "ConstructionStarted",
                        "ProductionCommenced",
                        "FullCapacityReached",
                        "ProjectWithdrawn",
                        "PermittingBegun");
    }

    @Test
    void the_full_lead_means_what_it_meant_when_it_was_written() {
        assertThat(read(EventSamples.named("LeadRegistered.r1")))
                .isEqualTo(new LeadRegistered(
                        EventSamples.DAY,
                        "年产14000吨碳纤维项目",
                        new Enterprise("某“新材料”公司", "91350100M000100Y43"),
                        "CARBON_FIBER",
                        ProjectKind.EXPANSION,
                        9_007_199_254_740_991L,
                        "32",
                        "招商一组",
                        "李",
                        "推介会",
                        new Capacity(new BigDecimal("14000.5"), "t/a"),
                        new BigDecimal("120.25"),
                        ChainEffect.EXTEND,
                        "GH-1",
                        new Remarks("据会议纪要补记\n第二行", Precision.MONTH, true)));
    }

    @Test
    void the_retraction_of_a_permit_means_what_it_meant_when_it_was_written() {
        assertThat(read(EventSamples.named("EntryRetracted.r1.permit")))
                .isEqualTo(new EntryRetracted(
                        UUID.fromString("0198f2c4-7a10-7c3e-9b1d-2f4e5a6b7c8d"),
                        Retractable.PERMIT,
                        null,
                        Permit.BUILDING,
                        "录错项目",
                        Remarks.NONE));
    }

    private static ProjectEvent read(Sample sample) {
        return CODEC.event(sample.type(), sample.revision(), sample.occurredOn(), sample.data());
    }
}
