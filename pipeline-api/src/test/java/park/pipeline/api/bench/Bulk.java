package park.pipeline.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import park.pipeline.core.log.EventCodec;
import park.pipeline.core.log.LogDialect;
import park.pipeline.core.log.LogReader;
import park.pipeline.projections.funnel.FunnelView;
import park.pipeline.projections.history.HistoryView;
import park.pipeline.projections.project.ProjectView;
import park.pipeline.projections.rebuild.Comparison;
import park.pipeline.projections.rebuild.Progress;
import park.pipeline.projections.rebuild.Rebuild;
import park.pipeline.projections.stage.StageView;
import park.pipeline.projections.view.View;
import park.pipeline.projections.view.ViewPositions;
import park.pipeline.projections.view.ViewReads;

/** The views, to be built from a log without the service. */
enum Bulk {
    PROJECT(ProjectView::new),
    FUNNEL(FunnelView::new),
    STAGE(StageView::new),
    HISTORY(HistoryView::new);

    private final Function<JdbcTemplate, View> view;

    Bulk(Function<JdbcTemplate, View> view) {
        this.view = view;
    }

    View view(DataSource database) {
        return view.apply(new JdbcTemplate(database));
    }

    /**
     * Builds the view beside what is there, compares the two, and switches.
     *
     * @return how long the filling took, in seconds
     */
    double build(DataSource database, long events) {
        View built = view(database);
        JdbcTemplate jdbc = new JdbcTemplate(database);
        JdbcTransactionManager transactions = new JdbcTransactionManager(database);
        LogReader reader = new LogReader(database, new EventCodec());
        ViewPositions positions = new ViewPositions(jdbc, reader, List.of(built.name()));
        ViewReads reads = new ViewReads(jdbc, transactions, positions, LogDialect.of(database));
        AtomicLong prepared = new AtomicLong();
        AtomicLong filled = new AtomicLong();
        Progress progress = (phase, processed, total) -> {
            if (phase == Progress.Phase.PREPARING) {
                prepared.set(System.nanoTime());
            } else if (phase == Progress.Phase.FILLING) {
                filled.set(System.nanoTime());
            }
        };
        Comparison comparison = new Rebuild(built, jdbc, transactions, reader, positions, reads, progress).run();
        assertThat(comparison.identical()).isTrue();
        assertThat(positions.of(built.name())).isEqualTo(events);
        return (filled.get() - prepared.get()) / 1e9;
    }
}
