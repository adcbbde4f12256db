package park.pipeline.projections.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import park.pipeline.core.log.Commit;
import park.pipeline.core.log.CommitSource;
import park.pipeline.core.log.Database;
import park.pipeline.core.log.LogDialect;
import park.pipeline.core.log.LogWriter;
import park.pipeline.projections.history.HistoryView;

class WatchedSourceTest {
    @Test
    void what_the_view_has_taken_in_is_not_read_again_and_nothing_is_left_out() throws Exception {
        try (Workshop workshop = new Workshop(Database.H2_IN_MEMORY, HistoryView::new).record(5, 2)) {
            List<Commit> commits = workshop.commits();
            Commit third = commits.get(2);
            workshop.feed(commits.subList(0, 3), 3);
            WatchedSource source = source(workshop);

            assertThat(next(source, null)).isEqualTo(commits.get(3).position());
            assertThat(next(source, new GlobalSequenceTrackingToken(1)))
                    .isEqualTo(commits.get(3).position());
            assertThat(next(source, new GlobalSequenceTrackingToken(third.position())))
                    .isEqualTo(commits.get(3).position());
            assertThat(next(
                            source,
                            new GlobalSequenceTrackingToken(commits.get(3).position())))
                    .isEqualTo(commits.get(4).position());
        }
    }

    private static long next(WatchedSource source, @Nullable TrackingToken token) throws InterruptedException {
        return ((Commit) source.openStream(token).nextAvailable().getPayload()).position();
    }

    private static WatchedSource source(Workshop workshop) {
        DataSource database = workshop.jdbc.getDataSource();
        LogWriter writer = new LogWriter(database, Clock.systemUTC(), LogDialect.of(database));
        return new WatchedSource(
                new CommitSource(workshop.reader, writer, Duration.ZERO), HistoryView.NAME, workshop.positions);
    }
}
