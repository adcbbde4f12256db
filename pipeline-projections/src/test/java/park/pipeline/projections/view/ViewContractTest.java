package park.pipeline.projections.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.log.Commit;
import park.pipeline.core.log.Database;
import park.pipeline.projections.funnel.FunnelView;
import park.pipeline.projections.history.HistoryView;
import park.pipeline.projections.project.ProjectView;
import park.pipeline.projections.stage.StageView;

/** What every view promises, however its events come. */
class ViewContractTest {
    private static final int PROJECTS = 6;

    record Kind(String name, Function<JdbcTemplate, View> view, String... tables) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> viewsOnBothDatabases() {
        List<Kind> kinds = List.of(
                new Kind("project", ProjectView::new, "project_row", "project_span", "project_version"),
                new Kind("funnel", FunnelView::new, "funnel_posting", "funnel_day", "funnel_version"),
                new Kind("stage", StageView::new, "stage_entry", "stage_team", "stage_version"),
                new Kind("history", HistoryView::new, "history_row", "history_version"));
        return kinds.stream()
                .flatMap(kind -> Stream.of(Database.H2_IN_MEMORY, Database.POSTGRESQL)
                        .map(database -> Arguments.of(kind, database)));
    }

    @ParameterizedTest
    @MethodSource("viewsOnBothDatabases")
    void rows_do_not_depend_on_how_events_fall_into_batches(Kind kind, Database database) {
        try (Workshop workshop = new Workshop(database, kind.view()).record(1, PROJECTS)) {
            List<Commit> commits = workshop.commits();
            List<String> once = workshop.feed(commits, commits.size()).rows(kind.tables());
            assertThat(once).isNotEmpty();

            workshop.forget(kind.tables());
            workshop.feed(commits, 1);

            assertThat(workshop.rows(kind.tables())).isEqualTo(once);
            assertThat(workshop.positions.of(kind.name()))
                    .isEqualTo(commits.getLast().position());
        }
    }

    @ParameterizedTest
    @MethodSource("viewsOnBothDatabases")
    void any_prefix_taken_twice_gives_the_same_rows_as_once(Kind kind, Database database) {
        try (Workshop workshop = new Workshop(database, kind.view()).record(2, PROJECTS)) {
            List<Commit> commits = workshop.commits();
            List<String> once = workshop.feed(commits, 40).rows(kind.tables());
            Random random = new Random(7);
            for (int attempt = 0; attempt < 8; attempt++) {
                int cut = 1 + random.nextInt(commits.size() - 1);
                workshop.forget(kind.tables());
                workshop.feed(commits.subList(0, cut), 1 + random.nextInt(50));
                if (random.nextBoolean()) {
                    workshop.restart();
                }
                workshop.feed(commits.subList(0, cut), 1 + random.nextInt(50));
                workshop.feed(commits, 1 + random.nextInt(50));
                assertThat(workshop.rows(kind.tables()))
                        .as("prefix of %d commits", cut)
                        .isEqualTo(once);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("viewsOnBothDatabases")
    void a_batch_that_was_cut_short_leaves_nothing_and_can_come_again(Kind kind, Database database) {
        try (Workshop workshop = new Workshop(database, kind.view()).record(3, PROJECTS)) {
            List<Commit> commits = workshop.commits();
            List<String> once = workshop.feed(commits, 30).rows(kind.tables());
            workshop.forget(kind.tables());
            for (int i = 0; i < commits.size(); i += 25) {
                List<Commit> batch = commits.subList(i, Math.min(commits.size(), i + 25));
                List<String> before = workshop.rows(kind.tables());
                workshop.feedAndDie(batch);
                assertThat(workshop.rows(kind.tables())).isEqualTo(before);
                workshop.feed(batch, 25);
            }
            assertThat(workshop.rows(kind.tables())).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @MethodSource("viewsOnBothDatabases")
    void an_event_that_is_missing_in_between_stops_the_view(Kind kind, Database database) {
        try (Workshop workshop = new Workshop(database, kind.view()).record(4, 1)) {
            List<Commit> hole = new ArrayList<>(workshop.commits());
            hole.remove(hole.size() / 2);

            assertThatThrownBy(() -> workshop.feed(hole, hole.size()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("View " + kind.name() + " cannot take position");

            assertThat(workshop.rows(kind.tables())).isEmpty();
            assertThat(workshop.positions.of(kind.name())).isZero();
        }
    }
}
