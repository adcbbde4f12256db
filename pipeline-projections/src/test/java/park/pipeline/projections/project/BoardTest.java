package park.pipeline.projections.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import park.pipeline.core.log.Database;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.Question;
import park.pipeline.projections.view.Workshop;

/** The board is the list, stage by stage. */
class BoardTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @EnumSource(
            value = Database.class,
            names = {"H2_IN_MEMORY", "POSTGRESQL"})
    void every_column_holds_what_the_list_of_its_stage_holds(Database database) {
        try (Workshop workshop = new Workshop(database, ProjectView::new).record(8, 40)) {
            workshop.feedAll();
            BoardQueries board = new BoardQueries(workshop.jdbc, workshop.reads, () -> StageLimits.DEFAULT);
            ProjectQueries list = new ProjectQueries(workshop.jdbc, workshop.reads, () -> StageLimits.DEFAULT);
            Random random = new Random(8);
            for (int i = 0; i < 20; i++) {
                ProjectFilter filter = Question.filter(workshop, random);
                int limit = 1 + random.nextInt(6);
                Question ask = Question.random(workshop, random);
                ProjectTime time = i % 2 == 0 ? ProjectTime.now(TODAY) : ProjectTime.at(ask.day(), ask.knownAt());
                List<BoardColumn> columns = board.board(filter, limit, time).answer();
                assertThat(columns).extracting(BoardColumn::stage).containsExactly(Stage.values());
                Map<Stage, Map<Light, Long>> lights = board.lights(filter, time).answer();
                for (BoardColumn column : columns) {
                    ProjectSearch search = new ProjectSearch(filter, List.of(column.stage()), List.of(), List.of());
                    List<ProjectItem> all =
                            list.list(search, 0, 500, time).answer().items();
                    for (Light light : Light.values()) {
                        assertThat(lights.getOrDefault(column.stage(), Map.of()).getOrDefault(light, 0L))
                                .isEqualTo(all.stream()
                                        .filter(p -> p.light() == light)
                                        .count());
                    }
                    assertThat(column)
                            .isEqualTo(new BoardColumn(
                                    column.stage(),
                                    all.size(),
                                    sum(all),
                                    known(all).size(),
                                    list.list(search, 0, limit, time).answer()));
                }
            }
        }
    }

    private static List<Long> known(List<ProjectItem> items) {
        return items.stream()
                .map(ProjectItem::investmentCny)
                .filter(Objects::nonNull)
                .toList();
    }

    private static BigInteger sum(List<ProjectItem> items) {
        return known(items).stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
