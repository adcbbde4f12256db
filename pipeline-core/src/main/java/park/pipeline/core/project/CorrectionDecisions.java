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
        Entry<StageEntry> entry = entryInto(c.stage(), timeline);
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

    /** The latest entry in force into a stage, the one whose day can be corrected; null where there is none. */
    static @Nullable Entry<StageEntry> entryInto(Stage stage, Timeline timeline) {
        return timeline.series().stages().latest(e -> e.is(stage));
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
        UUID eventId = toRetract(c.what(), c.permit(), timeline);
        Stage stage = c.what() == Retractable.STAGE ? timeline.stage() : null;
        return new EntryRetracted(eventId, c.what(), stage, c.permit(), c.reason(), c.remarks());
    }

    /** The event that such a retraction takes back. */
    static UUID toRetract(Retractable what, @Nullable Permit permit, Timeline timeline) {
        UUID eventId = switch (what) {
            case STAGE -> lastStage(timeline);
            case PROGRESS -> idOf(timeline.series().progress().latest());
            case PERMIT -> settlement(permit, timeline);
            case INVESTMENT -> revision(timeline);
        };
        if (eventId == null) {
            throw Refused.byRule("nothing-to-retract", Map.of("what", what));
        }
        return eventId;
    }

    private static @Nullable UUID lastStage(Timeline timeline) {
        Entry<StageEntry> entry = timeline.latestStage();
        if (entry.value().by() == By.REGISTRATION) {
            return null;
        }
        boolean settledSince = timeline.permits().settled().stream().anyMatch(s -> s.sequence() > entry.sequence());
        Entry<Progress> report = timeline.series().progress().latest();
        if (settledSince || report != null && report.sequence() > entry.sequence()) {
            throw Refused.byRule("has-dependents", Map.of("stage", entry.value().stage()));
        }
        return entry.eventId();
    }

    private static @Nullable UUID settlement(@Nullable Permit permit, Timeline timeline) {
        StagesFollowTheirOrder.require(timeline, EnumSet.of(Stage.PERMITTING));
        Settlement settlement = permit == null ? null : timeline.permits().settlement(permit);
        return settlement == null ? null : settlement.eventId();
    }

    private static @Nullable UUID revision(Timeline timeline) {
        Entry<Investment> latest = timeline.series().investment().latest();
        // An amount that came with a milestone goes with that milestone, and the registration's never goes.
        boolean setByMilestone = latest != null
                && timeline.series().stages().entries().stream()
                        .anyMatch(e -> e.eventId().equals(latest.eventId()));
        return setByMilestone ? null : idOf(latest);
    }

    private static @Nullable UUID idOf(@Nullable Entry<?> entry) {
        return entry == null ? null : entry.eventId();
    }
}
