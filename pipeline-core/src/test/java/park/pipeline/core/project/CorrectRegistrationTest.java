package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static park.pipeline.core.project.SampleCommands.assign;
import static park.pipeline.core.project.SampleCommands.correctDate;
import static park.pipeline.core.project.SampleCommands.logContact;
import static park.pipeline.core.project.SampleCommands.openNegotiation;
import static park.pipeline.core.project.SampleCommands.reopen;
import static park.pipeline.core.project.SampleCommands.reviseInvestment;
import static park.pipeline.core.project.SampleCommands.withdraw;
import static park.pipeline.core.project.SampleEvents.PROFILE;
import static park.pipeline.core.project.SampleEvents.dateCorrected;
import static park.pipeline.core.project.SampleEvents.registered;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CorrectRegistrationTest {
    private static final Story STORY = Story.of(registered("2023-03-01", PROFILE, 5L, "一组", "李"));

    @Test
    void the_registration_moves_with_its_amount_and_its_team() {
        STORY.when(correctDate(Stage.LEAD, "2023-01-15"))
                .containsExactly(dateCorrected(Story.id(1), Stage.LEAD, "2023-03-01", "2023-01-15"));
        DatedSeries moved =
                STORY.after(correctDate(Stage.LEAD, "2023-01-15")).timeline().series();
        LocalDate day = LocalDate.parse("2023-01-15");
        assertThat(moved.stages().on(day).value().stage()).isEqualTo(Stage.LEAD);
        assertThat(moved.investment().on(day).value()).isEqualTo(new Investment(5L));
        assertThat(moved.team().on(day).value()).isEqualTo(new Responsible("一组", "李"));
        assertThat(moved.stages().on(day.minusDays(1))).isNull();
    }

    @Test
    void an_unknown_amount_moves_like_a_known_one() {
        Story.of(registered("2023-03-01"))
                .after(reviseInvestment("2023-04-01", 7))
                .refuses(correctDate(Stage.LEAD, "2023-04-02"), "out-of-order-date");
    }

    @Test
    void the_registration_does_not_pass_the_next_stage() {
        Story story = STORY.after(openNegotiation("2023-04-01"));
        story.when(correctDate(Stage.LEAD, "2023-04-01")).hasSize(1);
        story.refuses(correctDate(Stage.LEAD, "2023-04-02"), "out-of-order-date");
    }

    @Test
    void the_registration_does_not_pass_the_next_amount() {
        Story story = STORY.after(openNegotiation("2023-06-01"), reviseInvestment("2023-04-01", 7));
        story.when(correctDate(Stage.LEAD, "2023-04-01")).hasSize(1);
        story.refuses(correctDate(Stage.LEAD, "2023-04-02"), "out-of-order-date");
    }

    @Test
    void the_registration_does_not_pass_the_next_assignment() {
        Story story = STORY.after(openNegotiation("2023-06-01"), assign("2023-04-01", "二组", null));
        story.when(correctDate(Stage.LEAD, "2023-04-01")).hasSize(1);
        story.refuses(correctDate(Stage.LEAD, "2023-04-02"), "out-of-order-date");
    }

    @Test
    void the_registration_does_not_pass_the_first_contact() {
        Story story = STORY.after(logContact("2023-06-01"), logContact("2023-04-01"), logContact("2023-05-01"));
        story.when(correctDate(Stage.LEAD, "2023-04-01")).hasSize(1);
        story.refuses(correctDate(Stage.LEAD, "2023-04-02"), "out-of-order-date");
    }

    @Test
    void contacts_follow_a_registration_that_was_moved_back() {
        Story story = STORY.after(correctDate(Stage.LEAD, "2023-01-15"));
        story.when(logContact("2023-01-15")).hasSize(1);
        story.refuses(logContact("2023-01-14"), "out-of-order-date");
    }

    @Test
    void a_reopened_lead_is_the_entry_that_moves_and_no_contact_binds_it() {
        Story story = STORY.after(logContact("2023-03-02"), withdraw("2023-05-01"), reopen("2023-06-01"));
        story.when(correctDate(Stage.LEAD, "2023-07-01"))
                .containsExactly(dateCorrected(Story.id(4), Stage.LEAD, "2023-06-01", "2023-07-01"));
        story.refuses(correctDate(Stage.LEAD, "2023-04-30"), "out-of-order-date");
        DatedSeries moved =
                story.after(correctDate(Stage.LEAD, "2023-07-01")).timeline().series();
        assertThat(moved.investment()).isEqualTo(story.timeline().series().investment());
        assertThat(moved.team()).isEqualTo(story.timeline().series().team());
    }
}
