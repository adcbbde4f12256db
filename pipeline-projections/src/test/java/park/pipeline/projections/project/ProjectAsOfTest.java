package park.pipeline.projections.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import park.pipeline.core.log.Database;
import park.pipeline.core.project.Investment;
import park.pipeline.core.project.NaiveHistory;
import park.pipeline.core.project.Progress;
import park.pipeline.core.project.Recorded;
import park.pipeline.core.project.Responsible;
import park.pipeline.projections.project.ProjectDetail.PermitStatus;
import park.pipeline.projections.view.Workshop;

/** One project on any day, as known at any instant, against its raw events. */
class ProjectAsOfTest {
    @Test
    void a_project_on_any_day_as_known_at_any_instant_is_what_its_raw_events_say() {
        for (long seed = 1; seed <= 12; seed++) {
            try (Workshop workshop = new Workshop(Database.H2_IN_MEMORY, ProjectView::new).record(seed, 3)) {
                Random random = new Random(seed);
                ProjectAsOf projects = new ProjectAsOf(workshop.reader);
                for (UUID id : workshop.projects()) {
                    for (Recorded last : workshop.known(id, Instant.MAX)) {
                        LocalDate day = LocalDate.of(2019, 6, 1).plusDays(random.nextInt(3_000));
                        NaiveHistory history = new NaiveHistory(workshop.known(id, last.recordedAt()));
                        compare(projects.find(id, day, last.recordedAt()).answer(), history, day, "seed " + seed);
                    }
                }
            }
        }
    }

    private static void compare(Optional<ProjectDetail> found, NaiveHistory history, LocalDate day, String seed) {
        assertThat(found.map(ProjectDetail::stage).orElse(null)).as(seed).isEqualTo(history.stageOn(day));
        if (found.isEmpty()) {
            return;
        }
        ProjectDetail project = found.get();
        Investment investment = history.investmentOn(day);
        Responsible team = history.teamOn(day);
        Progress progress = history.progressOn(day);
        assertThat(project.investmentCny()).as(seed).isEqualTo(investment == null ? null : investment.amountCny());
        assertThat(project.team()).as(seed).isEqualTo(team == null ? null : team.team());
        assertThat(project.owner()).as(seed).isEqualTo(team == null ? null : team.owner());
        assertThat(project.percent()).as(seed).isEqualTo(progress == null ? null : progress.percent());
        assertThat(project.paidInCny()).as(seed).isEqualTo(progress == null ? null : progress.paidInCny());
        assertThat(project.capacity()).as(seed).isEqualTo(history.capacity());
        assertThat(project.landMu()).as(seed).isEqualTo(history.landMu());
        assertThat(project.version()).as(seed).isEqualTo(history.facts().size());
        assertThat(project.milestones().getLast().stage()).as(seed).isEqualTo(project.stage());
        assertThat(project.permits().stream()
                        .filter(p -> p.status() != PermitStatus.REQUIRED)
                        .map(ProjectDetail.PermitState::permit))
                .as(seed)
                .containsExactlyInAnyOrderElementsOf(history.settled().entrySet().stream()
                        .filter(e -> !e.getValue().isAfter(day))
                        .map(Map.Entry::getKey)
                        .toList());
    }
}
