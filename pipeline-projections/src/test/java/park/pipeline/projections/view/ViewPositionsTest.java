package park.pipeline.projections.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import park.pipeline.core.log.Commit;
import park.pipeline.core.log.Database;
import park.pipeline.projections.funnel.FunnelView;

/** Why a view has stopped, and when that is over. */
class ViewPositionsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_stop_that_another_node_has_got_over_is_over(Database database) {
        try (Workshop workshop = new Workshop(database, FunnelView::new).record(1, 2)) {
            List<Commit> commits = workshop.commits();
            List<Commit> batch = commits.subList(0, 4);
            stop(workshop, batch);
            workshop.feed(commits.subList(0, 2), 2);
            assertThat(workshop.positions.stops().of(FunnelView.NAME))
                    .as("part of the batch is not all of it")
                    .isNotNull();

            workshop.feed(commits.subList(2, 4), 2);

            assertThat(workshop.positions.stops().of(FunnelView.NAME)).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void who_waits_for_a_view_that_tries_again_hears_of_its_next_stop(Database database) {
        try (Workshop workshop = new Workshop(database, FunnelView::new).record(1, 2)) {
            List<Commit> batch = workshop.commits().subList(0, 4);
            ViewPositions positions = workshop.positions;
            stop(workshop, batch);
            ViewStops.Stop before = positions.stops().of(FunnelView.NAME);
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> positions.awaitAfter(
                    before, FunnelView.NAME, batch.getLast().position(), LONG));
            assertThat(waiting).isNotDone();

            stop(workshop, batch);

            assertThat(waiting).succeedsWithin(LONG.dividedBy(2));
            assertThat(positions.stops().of(FunnelView.NAME)).isEqualTo(before).isNotSameAs(before);
        }
    }

    private static void stop(Workshop workshop, List<Commit> batch) {
        workshop.positions
                .stops()
                .stopped(
                        FunnelView.NAME,
                        batch.getFirst().position(),
                        batch.getLast().position(),
                        new IllegalStateException("a planted one"));
    }
}
