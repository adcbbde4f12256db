package park.pipeline.api.wiring;

import java.util.List;
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
    private final List<View> views;
    private final JdbcTemplate jdbc;
    private final PlatformTransactionManager transactions;
    private final LogReader reader;
    private final ViewPositions positions;
    private final ViewReads reads;

    Rebuilds(
            List<View> views,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            LogReader reader,
            ViewPositions positions,
            ViewReads reads) {
        this.views = views;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.reader = reader;
        this.positions = positions;
        this.reads = reads;
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
        return of(name, progress).run();
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
