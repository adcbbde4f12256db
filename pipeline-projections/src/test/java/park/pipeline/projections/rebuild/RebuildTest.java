package park.pipeline.projections.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
import park.pipeline.projections.view.Generation;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.View;
import park.pipeline.projections.view.Workshop;

/** A view is built again beside the live one, compared, and put in its place. */
class RebuildTest {
    private static final int PROJECTS = 6;

    record Kind(String name, Function<JdbcTemplate, View> view, String damage, String table) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> viewsOnBothDatabases() {
        List<Kind> kinds = List.of(
                new Kind("project", ProjectView::new, "update project_row_g1 set name = 'other'", "project_row"),
                new Kind("funnel", FunnelView::new, "update funnel_day_g1 set projects = projects + 1", "funnel_day"),
                new Kind("stage", StageView::new, "delete from stage_team_g1", "stage_team"),
                new Kind("history", HistoryView::new, "update history_row_g1 set actor = 'nobody'", "history_row"));
        return kinds.stream()
                .flatMap(kind -> Stream.of(Database.H2_IN_MEMORY, Database.POSTGRESQL)
                        .map(database -> Arguments.of(kind, database)));
    }

    @ParameterizedTest
    @MethodSource("viewsOnBothDatabases")
    void a_sound_view_is_found_identical_and_replaced_by_its_like(Kind kind, Database database) {
        try (Workshop workshop = new Workshop(database, kind.view()).record(1, PROJECTS)) {
            List<String> before = workshop.feedAll().rows(workshop.tables());

            Comparison comparison =
                    rebuild(workshop, (phase, processed, total) -> {}).run();

            assertThat(comparison.identical()).isTrue();
            assertThat(comparison.rows()).isEqualTo(before.size());
            assertThat(workshop.positions.live(kind.name())).isEqualTo(Generation.SECOND);
            assertThat(workshop.rows(workshop.tables())).isEqualTo(before);
            assertThat(workshop.rows(Generation.FIRST, workshop.tables())).isEmpty();
            rebuild(workshop, (phase, processed, total) -> {}).run();
            assertThat(workshop.positions.live(kind.name())).isEqualTo(Generation.FIRST);
            assertThat(workshop.rows(workshop.tables())).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("viewsOnBothDatabases")
    void rows_changed_by_hand_are_listed_and_put_right(Kind kind, Database database) {
        try (Workshop workshop = new Workshop(database, kind.view()).record(2, PROJECTS)) {
            List<String> right = workshop.feedAll().rows(workshop.tables());
            int damaged = workshop.jdbc.update(kind.damage());
            List<String> wrong = workshop.rows(workshop.tables());

            Comparison check =
                    rebuild(workshop, (phase, processed, total) -> {}).check();
            assertThat(workshop.rows(workshop.tables()))
                    .as("a check changes nothing")
                    .isEqualTo(wrong);
            assertThat(workshop.positions.live(kind.name())).isEqualTo(Generation.FIRST);
            Comparison comparison =
                    rebuild(workshop, (phase, processed, total) -> {}).run();

            assertThat(comparison).isEqualTo(check);
            assertThat(comparison.identical()).isFalse();
            assertThat(comparison.differing()).isEqualTo(damaged);
            assertThat(comparison.differences()).hasSize(damaged).allSatisfy(d -> {
                assertThat(d.table()).isEqualTo(kind.table());
                assertThat(d.key()).isNotEmpty();
                assertThat(d.live()).isNotEqualTo(d.rebuilt());
            });
            assertThat(workshop.rows(workshop.tables())).isEqualTo(right);
        }
    }

    @ParameterizedTest
    @MethodSource("viewsOnBothDatabases")
    void a_row_that_does_not_belong_there_is_found(Kind kind, Database database) {
        try (Workshop workshop = new Workshop(database, kind.view()).record(7, 2)) {
            workshop.feedAll();
            workshop.jdbc.update("insert into " + kind.name() + "_version_g1 (project_id, version)"
                    + " values ('00000000-0000-0000-0000-000000000001', 3)");

            Comparison comparison =
                    rebuild(workshop, (phase, processed, total) -> {}).check();

            assertThat(comparison.differences()).singleElement().satisfies(d -> {
                assertThat(d.key()).containsEntry("project_id", "00000000-0000-0000-0000-000000000001");
                assertThat(d.live()).containsEntry("version", "3");
                assertThat(d.rebuilt()).isNull();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("viewsOnBothDatabases")
    void readers_see_every_state_whole_while_events_keep_coming(Kind kind, Database database) {
        try (Workshop workshop = new Workshop(database, kind.view()).record(3, 2)) {
            List<Commit> commits = workshop.commits();
            Map<Long, List<String>> rowsAt = new HashMap<>();
            for (Commit commit : commits) {
                workshop.feed(List.of(commit), 1);
                rowsAt.put(commit.position(), workshop.rows(workshop.tables()));
            }
            workshop.forget(workshop.tables());
            List<Commit> waiting = new ArrayList<>(commits);
            workshop.feed(List.of(waiting.removeFirst()), 1);
            Set<Progress.Phase> seen = EnumSet.noneOf(Progress.Phase.class);

            Comparison comparison = rebuild(workshop, (phase, processed, total) -> {
                        seen.add(phase);
                        elsewhere(() -> {
                            // Not once the switch may hold the view's row: the feed would wait for this very thread.
                            if (!seen.contains(Progress.Phase.SWITCHING) && !waiting.isEmpty()) {
                                workshop.feed(List.of(waiting.removeFirst()), 1);
                            }
                            Positioned<List<String>> read =
                                    workshop.reads.of(kind.name(), live -> workshop.rows(live, workshop.tables()));
                            assertThat(read.answer()).isEqualTo(rowsAt.get(read.position()));
                        });
                    })
                    .run();

            assertThat(comparison.identical()).isTrue();
            assertThat(seen).isEqualTo(EnumSet.allOf(Progress.Phase.class));
            workshop.feed(commits, 7);
            assertThat(workshop.rows(workshop.tables()))
                    .isEqualTo(rowsAt.get(commits.getLast().position()));
        }
    }

    @ParameterizedTest
    @MethodSource("viewsOnBothDatabases")
    void events_that_come_just_before_the_switch_are_in_what_is_switched_to(Kind kind, Database database) {
        try (Workshop workshop = new Workshop(database, kind.view()).record(4, 3)) {
            workshop.feedAll();
            List<Progress.Phase> phases = new ArrayList<>();

            rebuild(workshop, (phase, processed, total) -> {
                        phases.add(phase);
                        if (phase == Progress.Phase.SWITCHING) {
                            elsewhere(() -> workshop.record(5, 1).feedAll());
                        }
                    })
                    .run();

            List<String> rows = workshop.rows(workshop.tables());
            workshop.forget(workshop.tables());
            assertThat(rows).isEqualTo(workshop.feedAll().rows(workshop.tables()));
            assertThat(phases.subList(phases.indexOf(Progress.Phase.SWITCHING), phases.size()))
                    .contains(Progress.Phase.FILLING);
        }
    }

    @ParameterizedTest
    @MethodSource("viewsOnBothDatabases")
    void a_rebuild_that_dies_at_any_point_leaves_the_live_view_and_can_begin_again(Kind kind, Database database) {
        try (Workshop workshop = new Workshop(database, kind.view()).record(6, 3)) {
            List<String> right = workshop.feedAll().rows(workshop.tables());
            for (Progress.Phase fatal : Progress.Phase.values()) {
                assertThatThrownBy(() -> rebuild(workshop, (phase, processed, total) -> {
                                    if (phase == fatal) {
                                        throw new IllegalStateException("killed while " + phase);
                                    }
                                })
                                .run())
                        .hasMessage("killed while " + fatal);
                assertThat(workshop.rows(workshop.tables()))
                        .as("killed while %s", fatal)
                        .isEqualTo(right);
            }
            assertThat(rebuild(workshop, (phase, processed, total) -> {}).run().identical())
                    .isTrue();
            assertThat(workshop.rows(workshop.tables())).isEqualTo(right);
        }
    }

    @ParameterizedTest
    @MethodSource("viewsOnBothDatabases")
    void a_view_that_knows_more_than_the_log_is_not_replaced(Kind kind, Database database) {
        try (Workshop workshop = new Workshop(database, kind.view()).record(8, 1)) {
            List<String> rows = workshop.feedAll().rows(workshop.tables());
            workshop.jdbc.update(
                    "delete from event_log where log_position = (select max(log_position) from event_log)");

            assertThatThrownBy(() ->
                            rebuild(workshop, (phase, processed, total) -> {}).run())
                    .hasMessageContaining("The log ends");

            assertThat(workshop.rows(workshop.tables())).isEqualTo(rows);
        }
    }

    private static void elsewhere(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }

    private static Rebuild rebuild(Workshop workshop, Progress progress) {
        return new Rebuild(
                workshop.view,
                workshop.jdbc,
                workshop.transactions,
                workshop.reader,
                workshop.positions,
                workshop.reads,
                progress);
    }
}
