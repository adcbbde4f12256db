package park.pipeline.projections.stage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.DatedSeries;
import park.pipeline.core.project.Entry;
import park.pipeline.core.project.Investment;
import park.pipeline.core.project.Profile;
import park.pipeline.core.project.Responsible;
import park.pipeline.core.project.Stage;
import park.pipeline.core.project.StageEntry;
import park.pipeline.core.project.Timeline;
import park.pipeline.projections.view.BeliefTable;
import park.pipeline.projections.view.Stretch;

/**
 * One stage entry in force, with the next one: an interval, of no days at all too. Spans by days would lose those.
 *
 * @param number its place among the project's entries, from 0
 * @param days from its day to that of the next entry
 * @param stageBefore null for the registration
 * @param registeredOn the day of the project's first entry
 * @param highestRank the highest rank entered up to here: what the project has reached on any of these days
 * @param team on the entry's day
 * @param investmentCny on the entry's day; null where unknown
 */
record StageRow(
        int number,
        Stretch days,
        Stage stage,
        @Nullable Stage stageBefore,
        LocalDate registeredOn,
        int highestRank,
        @Nullable String team,
        @Nullable Long investmentCny,
        String industry,
        String kind,
        @Nullable String origin)
        implements BeliefTable.Row {
    static final String COLUMNS = "entered_on, next_on, days, stage, stage_before, registered_on, highest_rank, team,"
            + " investment_cny, industry, kind, origin";

    /** A row for each stage entry in force, in order. */
    static List<StageRow> of(Timeline timeline) {
        DatedSeries series = timeline.series();
        List<Entry<StageEntry>> entries = series.stages().entries();
        List<StageRow> rows = new ArrayList<>(entries.size());
        int highest = 0;
        for (int i = 0; i < entries.size(); i++) {
            Entry<StageEntry> entry = entries.get(i);
            Stage stage = entry.value().stage();
            highest = stage == Stage.WITHDRAWN ? highest : Math.max(highest, stage.rank());
            LocalDate next = i + 1 < entries.size() ? entries.get(i + 1).day() : Stretch.OPEN_END;
            Entry<Responsible> team = series.team().on(entry.day());
            Entry<Investment> investment = series.investment().on(entry.day());
            Profile profile = timeline.profile();
            rows.add(new StageRow(
                    i,
                    new Stretch(entry.day(), next),
                    stage,
                    i == 0 ? null : entries.get(i - 1).value().stage(),
                    entries.getFirst().day(),
                    highest,
                    team == null ? null : team.value().team(),
                    investment == null ? null : investment.value().amountCny(),
                    profile.industry(),
                    profile.kind().name(),
                    profile.origin()));
        }
        return rows;
    }

    @Override
    public Object key() {
        return number;
    }

    /** The values of {@link #COLUMNS}. */
    Stream<@Nullable Object> values() {
        return Stream.of(
                days.from(),
                days.to(),
                days.to().equals(Stretch.OPEN_END) ? null : ChronoUnit.DAYS.between(days.from(), days.to()),
                stage.name(),
                stageBefore == null ? null : stageBefore.name(),
                registeredOn,
                highestRank,
                team,
                investmentCny,
                industry,
                kind,
                origin);
    }
}
