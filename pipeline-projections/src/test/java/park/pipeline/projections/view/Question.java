package park.pipeline.projections.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.log.Commit;

/**
 * What a test asks of a view, at random.
 *
 * @param knownAt null for all that the log holds
 */
public record Question(LocalDate day, @Nullable Instant knownAt, ProjectFilter filter) {
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    public static Question random(Workshop workshop, Random random) {
        List<Commit> commits = workshop.commits();
        Instant instant = random.nextInt(4) == 0
                ? null
                : commits.get(random.nextInt(commits.size())).recordedAt().plusNanos(random.nextInt(3) - 1L);
        LocalDate day = random.nextInt(20) == 0 ? LAST_DAY : day(random);
        return new Question(day, instant, filter(workshop, random));
    }

    /** Before, within and after the days of random histories. */
    public static LocalDate day(Random random) {
        return LocalDate.of(2019, 6, 1).plusDays(random.nextInt(3_000));
    }

    /** Half of them let all pass, the others what some project has. */
    public static ProjectFilter filter(Workshop workshop, Random random) {
        if (random.nextBoolean()) {
            return ProjectFilter.ALL;
        }
        List<RawProject> projects = RawProject.known(workshop, null);
        RawProject project = projects.get(random.nextInt(projects.size()));
        String team = project.teamOn(LAST_DAY);
        return new ProjectFilter(
                random.nextBoolean() ? List.of(project.industry()) : List.of(),
                random.nextBoolean() && team != null ? List.of(team) : List.of(),
                random.nextBoolean() && project.origin() != null ? List.of(project.origin(), "99") : List.of(),
                random.nextBoolean() ? List.of(project.kind()) : List.of());
    }
}
