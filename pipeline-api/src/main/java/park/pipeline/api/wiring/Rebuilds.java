package park.pipeline.api.wiring;

import java.time.Duration;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.core.log.LogReader;
import park.pipeline.projections.rebuild.Comparison;
import park.pipeline.projections.rebuild.Completeness;
import park.pipeline.projections.rebuild.Progress;
import park.pipeline.projections.rebuild.Rebuild;
import park.pipeline.projections.view.View;
import park.pipeline.projections.view.ViewPositions;
import park.pipeline.projections.view.ViewReads;

/** Rebuilds and comparisons of the views of this service. */
@Component
public class Rebuilds {
    /** Until a view that was told to go on has either gone on or stopped again. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<View> views;
    private final JdbcTemplate jdbc;
    private final PlatformTransactionManager transactions;
    private final LogReader reader;
    private final ViewPositions positions;
    private final ViewReads reads;
    private final EventProcessingConfiguration processing;

    Rebuilds(
            List<View> views,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            LogReader reader,
            ViewPositions positions,
            ViewReads reads,
            EventProcessingConfiguration processing) {
        this.views = views;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.reader = reader;
        this.positions = positions;
        this.reads = reads;
        this.processing = processing;
    }

    /** The names of all views. */
    public List<String> names() {
        return positions.names();
    }

    /** 404 where there is no such view. */
    public void require(String name) {
        if (!names().contains(name)) {
            throw ApiProblem.notFound().asException();
        }
    }

    /** @see Completeness#gaps */
    public List<Completeness.Gap> gaps(String name) {
        return new Completeness(view(name), jdbc, positions, reads).gaps();
    }

    /** @see Rebuild#check */
    public Comparison check(String name, Progress progress) {
        return of(name, progress).check();
    }

    /** @see Rebuild#run */
    public Comparison run(String name, Progress progress) {
        Comparison comparison = of(name, progress).run();
        if (positions.stop(name) != null) {
            // Left alone it would try again by itself, but up to a minute later.
            restart(name);
        }
        return comparison;
    }

    /** Has a stopped view try again at once; left alone it would, but up to a minute later. */
    public void resume(String name) {
        ViewPositions.Stop before = positions.stop(name);
        if (before != null) {
            restart(name);
            positions.awaitAfter(before, name, reader.head(), PATIENCE);
        }
    }

    private void restart(String name) {
        processing.eventProcessor(name, StreamingEventProcessor.class).ifPresent(processor -> {
            processor.shutDown();
            processor.start();
            // Not even a new start claims a segment before the pause after its last failure is over: ask for it.
            processor.claimSegment(ViewProcessors.SEGMENT);
        });
    }

    private Rebuild of(String name, Progress progress) {
        View view =
                views.stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
        return new Rebuild(view, jdbc, transactions, reader, positions, reads, progress);
    }

    private View view(String name) {
        return views.stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
    }
}
