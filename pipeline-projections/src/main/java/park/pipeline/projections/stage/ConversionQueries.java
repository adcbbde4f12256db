package park.pipeline.projections.stage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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

    /**
     * The same for each group of the cohort's projects.
     *
     * @return by the value that its projects share, in the order of the values; of origins and teams that are unknown by an
     *     empty text
     */
    public Positioned<SortedMap<String, Conversion>> by(
            Dimension dimension, Cohort cohort, LocalDate asOf, @Nullable Instant knownAt, ProjectFilter filter) {
        return reads.of(StageView.NAME, live -> {
            Grouped groups = new Grouped(dimension, asOf, knownAt, live);
            Map<String, Tally> tallies = new HashMap<>();
            groups.query(
                    jdbc,
                    "count(*)",
                    "",
                    of(cohort, asOf, knownAt, filter, live).and("entry_no = 0"),
                    (group, row) -> tally(tallies, group).cohort = row.getLong(2));
            groups.query(
                    jdbc,
                    "count(*), highest_rank, stage",
                    ", highest_rank, stage",
                    of(cohort, asOf, knownAt, filter, live)
                            .and("entered_on <= ?", asOf)
                            .and("next_on > ?", asOf),
                    (group, row) ->
                            tally(tallies, group).add(row.getInt(3), Stage.valueOf(row.getString(4)), row.getLong(2)));
            SortedMap<String, Conversion> conversions = new TreeMap<>();
            tallies.forEach((group, tally) -> conversions.put(group, tally.conversion()));
            return conversions;
        });
    }

    private static Tally tally(Map<String, Tally> tallies, String group) {
        return tallies.computeIfAbsent(group, g -> new Tally());
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
        Tally tally = new Tally();
        tally.cohort = size;
        jdbc.query(
                "select highest_rank, stage, count(*) from " + live.table(StageView.ENTRY) + cohort.where()
                        + " group by highest_rank, stage",
                row -> {
                    tally.add(row.getInt(1), Stage.valueOf(row.getString(2)), row.getLong(3));
                },
                cohort.arguments());
        return tally.conversion();
    }

    /** Counts projects by how far they came and where they stand. */
    private static final class Tally {
        private final long[] reached = new long[Stage.RANKED.size()];
        private long cohort;
        private long withdrawn;
        private long open;

        void add(int highestRank, Stage standing, long projects) {
            withdrawn += standing == Stage.WITHDRAWN ? projects : 0;
            open += standing != Stage.WITHDRAWN && standing.isOpen() ? projects : 0;
            for (int rank = highestRank; rank >= 0; rank--) {
                reached[rank] += projects;
            }
        }

        Conversion conversion() {
            return Conversion.of(cohort, withdrawn, open, reached);
        }
    }
}
