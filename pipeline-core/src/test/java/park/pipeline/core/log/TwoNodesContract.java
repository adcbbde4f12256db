package park.pipeline.core.log;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;

/** Commands on two nodes; how often the one that is looked at asks the log is counted. */
abstract class TwoNodesContract extends LogContract {
    final AtomicInteger questions = new AtomicInteger();
    LogReader counted;
    PipelineEventStorageEngine engine;
    AxonByHand axon;
    AxonByHand elsewhere;

    @BeforeEach
    void wireTwoNodes() {
        counted = new LogReader(
                Intercepted.seen(database.dataSource(), connection -> questions.incrementAndGet()), new EventCodec());
        engine = new PipelineEventStorageEngine(writer, counted, new EventCodec());
        axon = new AxonByHand(engine);
        elsewhere = new AxonByHand(new PipelineEventStorageEngine(anotherNode(), reader, new EventCodec()));
    }

    static Submission optimistic() {
        return Submission.optimistic("a", null, null);
    }
}
