package park.pipeline.projections.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import park.pipeline.core.log.CanonicalJson;
import park.pipeline.core.log.Database;
import park.pipeline.core.log.EventCodec;
import park.pipeline.core.log.LoggedEvent;
import park.pipeline.core.project.Timeline;
import park.pipeline.projections.view.Workshop;

/** The history is the log's own lines, with the stage that each led to. */
class HistoryTest {
    @ParameterizedTest
    @EnumSource(
            value = Database.class,
            names = {"H2_IN_MEMORY", "POSTGRESQL"})
    void each_event_is_shown_as_it_is_stored_with_the_stage_after_it(Database database) {
        try (Workshop workshop = new Workshop(database, HistoryView::new).record(9, 5)) {
            workshop.feedAll();
            HistoryQueries queries = new HistoryQueries(workshop.jdbc, workshop.reads, new EventCodec());
            for (UUID project : workshop.projects()) {
                List<HistoryItem> paged = new ArrayList<>();
                long after = 0;
                List<HistoryItem> page;
                do {
                    page = queries.of(project, after, 7).answer();
                    paged.addAll(page);
                    after += 7;
                } while (!page.isEmpty());
                Timeline timeline = Timeline.EMPTY;
                int i = 0;
                for (LoggedEvent event : workshop.reader.streams().of(project, 1, Long.MAX_VALUE)) {
                    timeline = timeline.after(event.recorded());
                    HistoryItem item = paged.get(i++);
                    assertThat(item.sequence()).isEqualTo(i);
                    assertThat(item.position()).isEqualTo(event.position());
                    assertThat(item.eventId()).isEqualTo(event.recorded().eventId());
                    assertThat(item.type()).isEqualTo(event.type());
                    assertThat(item.occurredOn()).isEqualTo(event.event().occurredOn());
                    assertThat(item.recordedAt()).isEqualTo(event.recorded().recordedAt());
                    assertThat(item.stageAfter()).isEqualTo(timeline.stage());
                    assertThat(new String(CanonicalJson.bytes(item.data()), StandardCharsets.UTF_8))
                            .isEqualTo(new String(event.data(), StandardCharsets.UTF_8));
                }
                assertThat(paged).hasSize(i);
            }
        }
    }
}
