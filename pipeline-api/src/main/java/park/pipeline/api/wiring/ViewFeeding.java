package park.pipeline.api.wiring;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.stereotype.Component;

/** Whether this process feeds a view. Axon's processors start with the service; here they are told otherwise. */
@Component
public class ViewFeeding {
    private final EventProcessingConfiguration processing;

    ViewFeeding(EventProcessingConfiguration processing) {
        this.processing = processing;
    }

    /** Has this process feed the view, or leave it to another one; nothing happens where it is so already. */
    public void feed(String view, boolean here) {
        processing.eventProcessor(view, StreamingEventProcessor.class).ifPresent(processor -> {
            if (here && !processor.isRunning()) {
                processor.start();
            } else if (!here && processor.isRunning()) {
                processor.shutDown();
            }
        });
    }

    /** Has the view try again at once; left alone it would, but up to a minute later. Nothing where it is fed elsewhere. */
    public void restart(String view) {
        processing
                .eventProcessor(view, StreamingEventProcessor.class)
                .filter(StreamingEventProcessor::isRunning)
                .ifPresent(processor -> {
                    processor.shutDown();
                    processor.start();
                    // Not even a new start claims a segment before the pause after its last failure is over.
                    processor.claimSegment(ViewProcessors.SEGMENT);
                });
    }
}
