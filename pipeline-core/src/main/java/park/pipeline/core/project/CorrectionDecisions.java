package park.pipeline.core.project;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.ProjectCommand.CorrectDate;
import park.pipeline.core.project.ProjectCommand.Retract;
import park.pipeline.core.project.ProjectEvent.EntryRetracted;
import park.pipeline.core.project.ProjectEvent.MilestoneDateCorrected;
import park.pipeline.core.project.StageEntry.By;

/** Corrections are events: what was recorded stays, and with an earlier instant every answer is what it was. */
final class CorrectionDecisions {
    private CorrectionDecisions() {}

    static ProjectEvent correctDate(CorrectDate c, Timeline timeline) {
        Entry<StageEntry> entry = timeline.series().stages().latest(e -> e.is(c.stage()));
        if (entry == null) {
            throw Refused.byRule("wrong-stage", Map.of("stage", timeline.stage(), "allowed", EnumSet.of(c.stage())));
        }
        if (entry.day().equals(c.occurredOn())) {
            throw Refused.byRule("nothing-changed", Map.of("day", c.occurredOn()));
        }
        if (!timeline.series().keepOrder(entry.eventId(), c.occurredOn())) {
            throw Refused.byRule("out-of-order-date", Map.of("day", c.occurredOn()));
        }
        requireWhatHangsOnIt(timeline, entry.value(), c.occurredOn());
        return new MilestoneDateCorrected(
                c.occurredOn(), entry.eventId(), c.stage(), entry.day(), c.reason(), c.remarks());
    }

    /** Permits, progress and contacts are in no common series with the milestones, but bound to three of them. */
    private static void requireWhatHangsOnIt(Timeline timeline, StageEntry entry, LocalDate day) {
        if (entry.by() == By.REGISTRATION) {
            DatesFollowTheirSeries.requireNotAfter(day, timeline.contacts().first());
        } else if (entry.isMilestone(Stage.PERMITTING)) {
            DatesFollowTheirSeries.requireNotAfter(day, timeline.permits().firstDay());
        } else if (entry.isMilestone(Stage.CONSTRUCTION)) {
            DatesFollowTheirSeries.requireNotBefore(day, timeline.permits().lastDay());
            var reports = timeline.series().progress().entries();
            DatesFollowTheirSeries.requireNotAfter(
                    day, reports.isEmpty() ? null : reports.getFirst().day());
        }
    }

    static ProjectEvent retract(Retract c, Timeline timeline) {
        return switch (c.what()) {
            case STAGE -> retractStage(c, timeline);
            case PROGRESS -> retracted(c, idOf(timeline.series().progress().latest(), c), null);
            case PERMIT -> retractPermit(c, timeline);
            case INVESTMENT -> retractInvestment(c, timeline);
        };
    }

    private static ProjectEvent retractStage(Retract c, Timeline timeline) {
        Entry<StageEntry> entry = timeline.latestStage();
        if (entry.value().by() == By.REGISTRATION) {
            throw nothingToRetract(c);
        }
        boolean settledSince = timeline.permits().settled().stream().anyMatch(s -> s.sequence() > entry.sequence());
        Entry<Progress> report = timeline.series().progress().latest();
        if (settledSince || report != null && report.sequence() > entry.sequence()) {
            throw Refused.byRule("has-dependents", Map.of("stage", entry.value().stage()));
        }
        return retracted(c, entry.eventId(), entry.value().stage());
    }

    private static ProjectEvent retractPermit(Retract c, Timeline timeline) {
        StagesFollowTheirOrder.require(timeline, EnumSet.of(Stage.PERMITTING));
        Settlement settlement = c.permit() == null ? null : timeline.permits().settlement(c.permit());
        if (settlement == null) {
            throw nothingToRetract(c);
        }
        return retracted(c, settlement.eventId(), null);
    }

    private static ProjectEvent retractInvestment(Retract c, Timeline timeline) {
        Entry<Investment> latest = timeline.series().investment().latest();
        // An amount that came with a milestone goes with that milestone, and the registration's never goes.
        boolean setByMilestone = latest != null
                && timeline.series().stages().entries().stream()
                        .anyMatch(e -> e.eventId().equals(latest.eventId()));
        return retracted(c, idOf(setByMilestone ? null : latest, c), null);
    }

    private static ProjectEvent retracted(Retract c, UUID eventId, @Nullable Stage stage) {
        return new EntryRetracted(eventId, c.what(), stage, c.permit(), c.reason(), c.remarks());
    }

    private static UUID idOf(@Nullable Entry<?> entry, Retract c) {
        if (entry == null) {
            throw nothingToRetract(c);
        }
        return entry.eventId();
    }

    private static Refused nothingToRetract(Retract c) {
        return Refused.byRule("nothing-to-retract", Map.of("what", c.what()));
    }
}
