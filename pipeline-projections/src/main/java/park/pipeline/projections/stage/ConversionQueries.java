package park.pipeline.projections.stage;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.view.Generation;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.ProjectFilter.Conditions;
import park.pipeline.projections.view.ViewReads;

/** How far the projects of a cohort have come. */
public final class ConversionQueries {
    /**
     * Which projects: those registered between two days.
     *
     * @param from the first day
     * @param to the last day, inclusive
     */
    public record Cohort(LocalDate from, LocalDate to) {}

    private final JdbcTemplate jdbc;
    private final ViewReads reads;

    public ConversionQueries(JdbcTemplate jdbc, ViewReads reads) {
        this.jdbc = jdbc;
        this.reads = reads;
    }

    /**
     * What a cohort had reached at the end of a day.
     *
     * @param asOf the day; a project registered after it belongs to the cohort and has reached nothing
     * @param knownAt the instant, what was recorded at it included; null takes all that the view holds
     * @param filter its team is that of {@code asOf}
     */
    public Positioned<Conversion> conversion(
            Cohort cohort, LocalDate asOf, @Nullable Instant knownAt, ProjectFilter filter) {
        return reads.of(
                StageView.NAME,
                live -> reached(
                        size(of(cohort, asOf, knownAt, filter, live), live),
                        of(cohort, asOf, knownAt, filter, live),
                        asOf,
                        live));
    }

    private static Conditions of(
            Cohort cohort, LocalDate asOf, @Nullable Instant knownAt, ProjectFilter filter, Generation live) {
        return Known.entries(asOf, knownAt, filter, live)
                .and("registered_on >= ?", cohort.from())
                .and("registered_on <= ?", cohort.to());
    }

    private long size(Conditions cohort, Generation live) {
        cohort.and("entry_no = 0");
        Long size = jdbc.queryForObject(
                "select count(*) from " + live.table(StageView.ENTRY) + cohort.where(), Long.class, cohort.arguments());
        return size == null ? 0 : size;
    }

    private Conversion reached(long size, Conditions cohort, LocalDate asOf, Generation live) {
        cohort.and("entered_on <= ?", asOf).and("next_on > ?", asOf);
        long[] reached = new long[Stage.RANKED.size()];
        long[] standing = new long[Stage.values().length];
        jdbc.query(
                "select highest_rank, stage, count(*) from " + live.table(StageView.ENTRY) + cohort.where()
                        + " group by highest_rank, stage",
                row -> {
                    long projects = row.getLong(3);
                    standing[Stage.valueOf(row.getString(2)).ordinal()] += projects;
                    for (int rank = row.getInt(1); rank >= 0; rank--) {
                        reached[rank] += projects;
                    }
                },
                cohort.arguments());
        long open = 0;
        for (Stage stage : Stage.RANKED) {
            open += stage.isOpen() ? standing[stage.ordinal()] : 0;
        }
        return Conversion.of(size, standing[Stage.WITHDRAWN.ordinal()], open, reached);
    }
}
