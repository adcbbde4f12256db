package park.pipeline.api.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import park.pipeline.api.PipelineTest;
import park.pipeline.core.log.PipelineEventStorageEngine;

/** Axon on Boot 4 is put together by hand in places; what would go wrong in silence is asked here. */
@PipelineTest
class WiringTest {
    @Autowired
    TransactionManager transactions;

    @Autowired
    EventStorageEngine engine;

    @Autowired
    EventProcessingConfiguration processing;

    @Autowired
    Serializer serializer;

    @Autowired
    TokenStore tokens;

    @Autowired
    MeterRegistry meters;

    @Test
    void views_run_in_springs_transactions_on_our_own_log() {
        assertThat(transactions).isInstanceOf(SpringTransactionManager.class);
        assertThat(engine).isInstanceOf(PipelineEventStorageEngine.class);
    }

    @Test
    void every_view_has_a_processor_and_none_logs_an_error_and_goes_on() {
        assertThat(processing.eventProcessors().keySet()).containsAll(Set.of("project", "funnel", "stage", "history"));
        processing.eventProcessors().forEach((name, processor) -> {
            assertThat(processor).isInstanceOf(PooledStreamingEventProcessor.class);
            assertThat(processing.listenerInvocationErrorHandler(name)).isInstanceOf(PropagatingErrorHandler.class);
            assertThat(processing.errorHandler(name)).isInstanceOf(PropagatingErrorHandler.class);
            assertThat(tokens.fetchSegments(name)).containsExactly(0);
        });
    }

    @Test
    void a_token_that_was_stored_can_be_read_back() {
        SerializedObject<byte[]> stored = serializer.serialize(new GlobalSequenceTrackingToken(42), byte[].class);
        TrackingToken read = serializer.deserialize(stored);
        assertThat(read).isEqualTo(new GlobalSequenceTrackingToken(42));
    }

    @Test
    void lag_and_position_of_every_view_are_metrics() {
        for (String meter : Set.of("pipeline.view.position", "pipeline.view.lag.events", "pipeline.view.lag.ms")) {
            assertThat(meters.get(meter).gauges())
                    .extracting(g -> g.getId().getTag("view"))
                    .contains("project", "funnel", "stage", "history");
        }
    }
}
