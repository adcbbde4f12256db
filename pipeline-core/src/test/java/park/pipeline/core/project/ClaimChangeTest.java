package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static park.pipeline.core.project.SampleCommands.PROJECT;
import static park.pipeline.core.project.SampleCommands.amend;
import static park.pipeline.core.project.SampleCommands.on;
import static park.pipeline.core.project.SampleCommands.register;
import static park.pipeline.core.project.SampleCommands.reopen;
import static park.pipeline.core.project.SampleCommands.retractStage;
import static park.pipeline.core.project.SampleCommands.signIntent;
import static park.pipeline.core.project.SampleCommands.withdraw;
import static park.pipeline.core.project.SampleEvents.registered;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import park.pipeline.core.project.Claim.Kind;
import park.pipeline.core.project.ProjectCommand.ImportProject;

class ClaimChangeTest {
    private static final Profile REFERENCED = new Profile(
            "碳纤维项目",
            new Enterprise("某公司", null),
            "CARBON_FIBER",
            ProjectKind.NEW_BUILD,
            null,
            null,
            null,
            null,
            "GH-1");
    private static final Story LEAD = Story.of(registered("2023-01-05", REFERENCED, null, null, null));
    private static final Claim REFERENCE = new Claim(Kind.REFERENCE, "GH-1");

    @Test
    void a_registration_takes_all_and_releases_nothing() {
        ClaimChange change = changeBy(Story.of(), register("2023-01-05", REFERENCED, null));
        assertThat(change.taken()).isEqualTo(Claim.of(LEAD.timeline()));
        assertThat(change.released()).isEmpty();
    }

    @Test
    void a_withdrawal_releases_the_name_but_not_the_reference() {
        ClaimChange change = changeBy(LEAD, withdraw("2023-02-01"));
        assertThat(change.taken()).isEmpty();
        assertThat(change.released()).extracting(Claim::kind).containsExactly(Kind.NAME_OF_ENTERPRISE);
    }

    @Test
    void a_reopening_takes_the_name_again() {
        Story withdrawn = LEAD.after(withdraw("2023-02-01"));
        assertThat(changeBy(withdrawn, reopen("2023-03-01")).taken())
                .extracting(Claim::kind)
                .containsExactly(Kind.NAME_OF_ENTERPRISE);
    }

    @Test
    void a_retraction_that_ends_a_withdrawal_takes_the_name_again() {
        Story withdrawn = LEAD.after(withdraw("2023-02-01"));
        assertThat(changeBy(withdrawn, retractStage()))
                .isEqualTo(
                        new ClaimChange(changeBy(LEAD, withdraw("2023-02-01")).released(), Set.of()));
    }

    @Test
    void a_retraction_of_a_reopening_releases_the_name() {
        Story reopened = LEAD.after(withdraw("2023-02-01"), reopen("2023-03-01"));
        assertThat(changeBy(reopened, retractStage()).released())
                .extracting(Claim::kind)
                .containsExactly(Kind.NAME_OF_ENTERPRISE);
    }

    @Test
    void an_amended_reference_frees_the_old_one() {
        assertThat(changeBy(LEAD, amend("2023-02-01", Amendments.reference("GH-2"))))
                .isEqualTo(new ClaimChange(Set.of(new Claim(Kind.REFERENCE, "GH-2")), Set.of(REFERENCE)));
        assertThat(changeBy(LEAD, amend("2023-02-01", Amendments.reference(null))))
                .isEqualTo(new ClaimChange(Set.of(), Set.of(REFERENCE)));
    }

    @Test
    void an_amended_name_is_claimed_anew_unless_it_is_alike() {
        ClaimChange other = changeBy(LEAD, amend("2023-02-01", Amendments.name("另一项目")));
        assertThat(other.taken()).extracting(Claim::kind).containsExactly(Kind.NAME_OF_ENTERPRISE);
        assertThat(other.released()).extracting(Claim::kind).containsExactly(Kind.NAME_OF_ENTERPRISE);
        assertThat(changeBy(LEAD, amend("2023-02-01", Amendments.name("碳纤维 项目。"))))
                .isEqualTo(ClaimChange.NONE);
    }

    @Test
    void an_amendment_of_a_withdrawn_project_claims_no_name() {
        assertThat(changeBy(LEAD.after(withdraw("2023-02-01")), amend("2023-03-01", Amendments.name("另一项目"))))
                .isEqualTo(ClaimChange.NONE);
    }

    @Test
    void an_import_that_ends_withdrawn_takes_its_reference_only() {
        ProjectCommand row = new ImportProject(
                PROJECT,
                LocalDate.parse("2023-01-05"),
                REFERENCED,
                null,
                null,
                List.of(on("2023-02-01", Stage.WITHDRAWN)),
                WithdrawalReason.MARKET,
                Remarks.NONE);
        assertThat(changeBy(Story.of(), row)).isEqualTo(new ClaimChange(Set.of(REFERENCE), Set.of()));
    }

    @Test
    void a_milestone_changes_no_claim() {
        assertThat(changeBy(LEAD, signIntent("2023-02-01"))).isEqualTo(ClaimChange.NONE);
    }

    private static ClaimChange changeBy(Story story, ProjectCommand ask) {
        return ClaimChange.of(story.timeline(), story.decided(ask));
    }
}
