package park.pipeline.projections.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import park.pipeline.core.log.Commit;
import park.pipeline.core.log.Database;
import park.pipeline.projections.funnel.FunnelView;

/** An answer is of one moment, however many queries it takes. */
class ViewReadsTest {
    @ParameterizedTest
    @EnumSource(Database.class)
    void what_is_committed_while_an_answer_is_read_is_not_in_it(Database database) {
        try (Workshop workshop = new Workshop(database, FunnelView::new).record(1, 4)) {
            List<Commit> commits = workshop.commits();
            List<Commit> first = commits.subList(0, commits.size() / 2);
            workshop.feed(first, first.size());
            List<String> before = workshop.rows("funnel_posting", "funnel_day");

            Positioned<List<String>> answer = workshop.reads.of(FunnelView.NAME, live -> {
                CompletableFuture.runAsync(() -> workshop.feed(commits, commits.size()))
                        .join();
                return workshop.rows("funnel_posting", "funnel_day");
            });

            assertThat(answer.position()).isEqualTo(first.getLast().position());
            assertThat(answer.answer()).isEqualTo(before);
            assertThat(workshop.rows("funnel_posting", "funnel_day"))
                    .as("the batch did come through meanwhile")
                    .isNotEqualTo(before);
        }
    }
}
