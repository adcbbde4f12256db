package park.pipeline.core.project;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The four dated series of a project. What one event set in several of them moves and goes together. */
public record DatedSeries(
        Series<StageEntry> stages, Series<Investment> investment, Series<Responsible> team, Series<Progress> progress) {
    static final DatedSeries EMPTY = new DatedSeries(Series.empty(), Series.empty(), Series.empty(), Series.empty());

    DatedSeries enter(LocalDate day, Stage stage, StageEntry.By by, Recorded fact) {
        return new DatedSeries(stages.plus(Entry.of(day, new StageEntry(stage, by), fact)), investment, team, progress);
    }

    DatedSeries invest(LocalDate day, @Nullable Long amountCny, Recorded fact) {
        return new DatedSeries(stages, investment.plus(Entry.of(day, new Investment(amountCny), fact)), team, progress);
    }

    /** An amount that a milestone may carry: without it the series stays as it is. */
    DatedSeries investIfGiven(LocalDate day, @Nullable Long amountCny, Recorded fact) {
        return amountCny == null ? this : invest(day, amountCny, fact);
    }

    DatedSeries assign(LocalDate day, Responsible to, Recorded fact) {
        return new DatedSeries(stages, investment, team.plus(Entry.of(day, to, fact)), progress);
    }

    DatedSeries report(LocalDate day, Progress reported, Recorded fact) {
        return new DatedSeries(stages, investment, team, progress.plus(Entry.of(day, reported, fact)));
    }

    DatedSeries without(UUID eventId) {
        return new DatedSeries(
                stages.without(eventId), investment.without(eventId), team.without(eventId), progress.without(eventId));
    }

    DatedSeries moved(UUID eventId, LocalDate day) {
        return new DatedSeries(
                stages.moved(eventId, day),
                investment.moved(eventId, day),
                team.moved(eventId, day),
                progress.moved(eventId, day));
    }

    boolean keepOrder(UUID eventId, LocalDate day) {
        return stages.keepsOrder(eventId, day)
                && investment.keepsOrder(eventId, day)
                && team.keepsOrder(eventId, day)
                && progress.keepsOrder(eventId, day);
    }
}
