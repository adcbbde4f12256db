package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static park.pipeline.core.project.ProjectScenario.given;
import static park.pipeline.core.project.SampleCommands.PROJECT;
import static park.pipeline.core.project.SampleCommands.register;
import static park.pipeline.core.project.SampleEvents.PROFILE;
import static park.pipeline.core.project.SampleEvents.registered;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import park.pipeline.core.project.ProjectCommand.RegisterLead;
import park.pipeline.core.project.ProjectEvent.LeadRegistered;
import park.pipeline.core.project.StageEntry.By;

class RegisterLeadTest {
    private static final Profile FULL = new Profile(
            "碳纤维项目",
            new Enterprise("某公司", "91350100M000100Y43"),
            "CARBON_FIBER",
            ProjectKind.EXPANSION,
            "32",
            ChainEffect.EXTEND,
            new Capacity(new BigDecimal("14000"), "t/a"),
            new BigDecimal("120.5"),
            "GH-1");

    @Test
    void a_registration_makes_a_lead() {
        given().when(register("2023-01-05")).thenEvents(registered("2023-01-05"));
    }

    @Test
    void a_registration_keeps_everything_it_is_told() {
        Remarks remarks = new Remarks("met at the fair", Precision.YEAR, false);
        LocalDate day = LocalDate.parse("2022-12-31");
        given().when(new RegisterLead(PROJECT, day, FULL, 300_000_000L, "一组", "李", "fair", remarks))
                .thenEvents(new LeadRegistered(
                        day,
                        "碳纤维项目",
                        new Enterprise("某公司", "91350100M000100Y43"),
                        "CARBON_FIBER",
                        ProjectKind.EXPANSION,
                        300_000_000L,
                        "32",
                        "一组",
                        "李",
                        "fair",
                        new Capacity(new BigDecimal("14000"), "t/a"),
                        new BigDecimal("120.5"),
                        ChainEffect.EXTEND,
                        "GH-1",
                        remarks));
    }

    @Test
    void an_unknown_amount_is_unknown_and_not_zero() {
        assertThat(Story.of(registered("2023-01-05"))
                        .timeline()
                        .series()
                        .investment()
                        .latest()
                        .value()
                        .amountCny())
                .isNull();
        assertThat(Story.of(registered("2023-01-05", 0L))
                        .timeline()
                        .series()
                        .investment()
                        .latest()
                        .value()
                        .amountCny())
                .isZero();
    }

    @Test
    void a_registration_begins_the_series_of_stages_amounts_and_teams_but_not_of_progress() {
        Timeline timeline =
                Story.of(registered("2023-01-05", PROFILE, 7L, "一组", "李")).timeline();
        LocalDate day = LocalDate.parse("2023-01-05");
        assertThat(timeline.series().stages().on(day).value()).isEqualTo(new StageEntry(Stage.LEAD, By.REGISTRATION));
        assertThat(timeline.series().investment().on(day).value()).isEqualTo(new Investment(7L));
        assertThat(timeline.series().team().on(day).value()).isEqualTo(new Responsible("一组", "李"));
        assertThat(timeline.series().progress().latest()).isNull();
        assertThat(timeline.series().stages().on(day.minusDays(1))).isNull();
    }

    @Test
    void a_lead_is_not_registered_for_tomorrow() {
        given().when(register("2024-06-21")).thenRefusedField("occurredOn", "future-date");
    }
}
