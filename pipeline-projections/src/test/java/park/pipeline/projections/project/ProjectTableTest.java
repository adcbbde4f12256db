package park.pipeline.projections.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import park.pipeline.core.log.Database;
import park.pipeline.projections.view.Question;
import park.pipeline.projections.view.Workshop;

class ProjectTableTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @EnumSource(
            value = Database.class,
            names = {"H2_IN_MEMORY", "POSTGRESQL"})
    void the_table_holds_what_the_list_holds_in_every_order_page_by_page(Database database) {
        try (Workshop workshop = new Workshop(database, ProjectView::new).record(9, 40)) {
            workshop.feedAll();
            ProjectTable table = new ProjectTable(workshop.jdbc, workshop.reads, () -> StageLimits.DEFAULT);
            ProjectQueries list = new ProjectQueries(workshop.jdbc, workshop.reads, () -> StageLimits.DEFAULT);
            Random random = new Random(9);
            for (ProjectOrder order : ProjectOrder.values()) {
                for (boolean descending : List.of(false, true)) {
                    Question ask = Question.random(workshop, random);
                    ProjectTime time =
                            random.nextBoolean() ? ProjectTime.now(TODAY) : ProjectTime.at(ask.day(), ask.knownAt());
                    ProjectSearch search = new ProjectSearch(ask.filter(), List.of(), List.of(), List.of());
                    List<ProjectItem> expected =
                            list.list(search, 0, 500, time).answer().items();

                    ProjectTable.Question question = new ProjectTable.Question(search, order, descending, time);
                    List<ProjectItem> streamed = new ArrayList<>();
                    table.forEach(question, streamed::add);
                    assertThat(streamed).as(question.toString()).containsExactlyInAnyOrderElementsOf(expected);
                    assertThat(paged(table, question, streamed.size())).isEqualTo(streamed);

                    ProjectTable.Page page = table.page(question, 0, 3).answer();
                    assertThat(page.count()).isEqualTo(expected.size());
                    List<Long> known = amounts(expected);
                    assertThat(page.investmentKnown()).isEqualTo(known.size());
                    assertThat(page.investmentCny())
                            .isEqualTo(
                                    known.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Database.class,
            names = {"H2_IN_MEMORY", "POSTGRESQL"})
    void unknown_amounts_come_last_and_stages_in_their_order(Database database) {
        try (Workshop workshop = new Workshop(database, ProjectView::new).record(10, 60)) {
            workshop.feedAll();
            ProjectTable table = new ProjectTable(workshop.jdbc, workshop.reads, () -> StageLimits.DEFAULT);
            List<ProjectItem> byAmount = all(table, ProjectOrder.INVESTMENT, true);
            List<Long> known = amounts(byAmount);
            assertThat(byAmount.subList(0, known.size()))
                    .extracting(ProjectItem::investmentCny)
                    .isSortedAccordingTo(Comparator.reverseOrder());
            assertThat(known.size()).isLessThan(byAmount.size());
            assertThat(all(table, ProjectOrder.STAGE, false))
                    .extracting(ProjectItem::stage)
                    .isSorted();
        }
    }

    private static List<ProjectItem> all(ProjectTable table, ProjectOrder order, boolean descending) {
        ProjectSearch everything =
                new ProjectSearch(park.pipeline.projections.view.ProjectFilter.ALL, List.of(), List.of(), List.of());
        return table.page(new ProjectTable.Question(everything, order, descending, ProjectTime.now(TODAY)), 0, 500)
                .answer()
                .items();
    }

    private static List<ProjectItem> paged(ProjectTable table, ProjectTable.Question question, int rows) {
        List<ProjectItem> paged = new ArrayList<>();
        for (int offset = 0; offset < rows; offset += 7) {
            paged.addAll(table.page(question, offset, 7).answer().items());
        }
        return paged;
    }

    private static List<Long> amounts(List<ProjectItem> items) {
        return items.stream()
                .map(ProjectItem::investmentCny)
                .filter(Objects::nonNull)
                .toList();
    }
}
