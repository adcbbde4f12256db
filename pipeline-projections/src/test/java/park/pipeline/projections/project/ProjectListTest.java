package park.pipeline.projections.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import park.pipeline.core.log.Commit;
import park.pipeline.core.log.Database;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.Workshop;

/** The list, now and as it stood, is made of the same projects as one finds one by one. */
class ProjectListTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final ProjectSearch ALL = new ProjectSearch(ProjectFilter.ALL, List.of(), List.of(), List.of());

    @ParameterizedTest
    @EnumSource(
            value = Database.class,
            names = {"H2_IN_MEMORY", "POSTGRESQL"})
    void the_list_of_any_day_and_instant_equals_the_projects_one_by_one(Database database) {
        for (long seed = 1; seed <= 4; seed++) {
            try (Workshop workshop = new Workshop(database, ProjectView::new).record(seed, 8)) {
                workshop.feedAll();
                ProjectQueries queries = queries(workshop);
                assertThat(all(queries.list(ALL, 0, 500, ProjectTime.now(TODAY)).answer()))
                        .as("seed %d", seed)
                        .isEqualTo(oneByOne(workshop, TODAY, null));
                List<Commit> commits = workshop.commits();
                Random random = new Random(seed);
                for (int i = 0; i < 40; i++) {
                    LocalDate day = LocalDate.of(2019, 6, 1).plusDays(random.nextInt(3_000));
                    Instant known = random.nextInt(4) == 0
                            ? null
                            : commits.get(random.nextInt(commits.size())).recordedAt();
                    assertThat(all(queries.list(ALL, 0, 500, ProjectTime.at(day, known))
                                    .answer()))
                            .as("seed %d as of %s known at %s", seed, day, known)
                            .isEqualTo(oneByOne(workshop, day, known));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Database.class,
            names = {"H2_IN_MEMORY", "POSTGRESQL"})
    void pages_neither_repeat_nor_lose_a_project(Database database) {
        try (Workshop workshop = new Workshop(database, ProjectView::new).record(5, 11)) {
            workshop.feedAll();
            ProjectQueries queries = queries(workshop);
            List<ProjectItem> paged = new ArrayList<>();
            long after = 0;
            ProjectPage page;
            do {
                page = queries.list(ALL, after, 4, ProjectTime.now(TODAY)).answer();
                paged.addAll(page.items());
                after = page.lastPosition();
            } while (page.more());
            assertThat(paged)
                    .isEqualTo(queries.list(ALL, 0, 500, ProjectTime.now(TODAY))
                            .answer()
                            .items());
            assertThat(paged).extracting(ProjectItem::id).containsExactlyElementsOf(workshop.projects());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Database.class,
            names = {"H2_IN_MEMORY", "POSTGRESQL"})
    void every_filter_keeps_just_what_it_names(Database database) {
        try (Workshop workshop = new Workshop(database, ProjectView::new).record(6, 30)) {
            workshop.feedAll();
            ProjectQueries queries = queries(workshop);
            List<ProjectItem> everything =
                    queries.list(ALL, 0, 500, ProjectTime.now(TODAY)).answer().items();
            Set<Light> seen = EnumSet.noneOf(Light.class);
            for (LocalDate day = LocalDate.of(2021, 1, 1); day.isBefore(TODAY); day = day.plusDays(23)) {
                for (Light light : Light.values()) {
                    ProjectSearch lit = new ProjectSearch(ProjectFilter.ALL, List.of(), List.of(), List.of(light));
                    List<ProjectItem> found = queries.list(lit, 0, 500, ProjectTime.now(day))
                            .answer()
                            .items();
                    assertThat(found)
                            .as("%s on %s", light, day)
                            .isEqualTo(queries.list(ALL, 0, 500, ProjectTime.now(day)).answer().items().stream()
                                    .filter(p -> p.light() == light)
                                    .toList());
                    seen.addAll(found.stream().map(ProjectItem::light).toList());
                }
            }
            assertThat(seen).containsExactly(Light.values());
            for (Stage stage : Stage.values()) {
                assertThat(found(queries, new ProjectSearch(ProjectFilter.ALL, List.of(stage), List.of(), List.of())))
                        .isEqualTo(everything.stream()
                                .filter(p -> p.stage() == stage)
                                .toList());
            }
            String name = everything.getFirst().name();
            assertThat(found(queries, new ProjectSearch(ProjectFilter.ALL, List.of(), List.of(name), List.of())))
                    .contains(everything.getFirst());
            assertThat(found(queries, new ProjectSearch(ProjectFilter.ALL, List.of(), List.of("%", "_"), List.of())))
                    .as("wildcards are letters like others")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Database.class,
            names = {"H2_IN_MEMORY", "POSTGRESQL"})
    void the_last_day_that_can_be_asked_for_shows_all_projects(Database database) {
        try (Workshop workshop = new Workshop(database, ProjectView::new).record(7, 5)) {
            workshop.feedAll();
            LocalDate last = LocalDate.of(9999, 12, 31);
            assertThat(all(queries(workshop)
                            .list(ALL, 0, 500, ProjectTime.at(last, null))
                            .answer()))
                    .hasSize(5)
                    .isEqualTo(oneByOne(workshop, last, null));
        }
    }

    @Test
    void a_light_changes_on_the_first_day_above_its_limit() {
        StageLimits limits = new StageLimits(Map.of(Stage.LEAD, 61));
        LocalDate since = LocalDate.of(2026, 1, 1);
        assertThat(limits.light(Stage.LEAD, since, since.plusDays(61))).isNull();
        assertThat(limits.light(Stage.LEAD, since, since.plusDays(62))).isEqualTo(Light.YELLOW);
        assertThat(limits.light(Stage.LEAD, since, since.plusDays(91))).isEqualTo(Light.YELLOW);
        assertThat(limits.light(Stage.LEAD, since, since.plusDays(92))).isEqualTo(Light.RED);
        assertThat(limits.light(Stage.PRODUCTION, since, since.plusDays(9_999))).isNull();
    }

    private static ProjectQueries queries(Workshop workshop) {
        return new ProjectQueries(workshop.jdbc, workshop.reads, () -> StageLimits.DEFAULT);
    }

    private static List<ProjectItem> found(ProjectQueries queries, ProjectSearch search) {
        return queries.list(search, 0, 500, ProjectTime.now(TODAY)).answer().items();
    }

    private static Map<String, String> all(ProjectPage page) {
        Map<String, String> all = new TreeMap<>();
        page.items()
                .forEach(p -> all.put(
                        p.id().toString(),
                        line(p.version(), p.name(), p.stage(), p.stageSince(), p.team(), p.owner(), p.investmentCny())
                                + p.enterprise()
                                + p.industry()
                                + p.kind()
                                + p.origin()
                                + p.reference()));
        return all;
    }

    private static Map<String, String> oneByOne(Workshop workshop, LocalDate day, @Nullable Instant known) {
        Map<String, String> all = new TreeMap<>();
        ProjectAsOf projects = new ProjectAsOf(workshop.reader);
        workshop.projects()
                .forEach(id -> projects.find(id, day, known)
                        .answer()
                        .ifPresent(p -> all.put(
                                p.id().toString(),
                                line(
                                                p.version(),
                                                p.name(),
                                                p.stage(),
                                                p.stageSince(),
                                                p.team(),
                                                p.owner(),
                                                p.investmentCny())
                                        + p.enterprise()
                                        + p.industry()
                                        + p.kind()
                                        + p.origin()
                                        + p.reference())));
        return all;
    }

    private static String line(
            long version,
            String name,
            Stage stage,
            LocalDate since,
            @Nullable String team,
            @Nullable String owner,
            @Nullable Long investment) {
        return String.join(" ", "" + version, name, stage.name(), "" + since, team, owner, "" + investment);
    }
}
