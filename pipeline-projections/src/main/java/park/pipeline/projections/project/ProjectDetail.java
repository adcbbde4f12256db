package park.pipeline.projections.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Capacity;
import park.pipeline.core.project.ChainEffect;
import park.pipeline.core.project.DatedSeries;
import park.pipeline.core.project.Enterprise;
import park.pipeline.core.project.Entry;
import park.pipeline.core.project.Investment;
import park.pipeline.core.project.Permit;
import park.pipeline.core.project.Profile;
import park.pipeline.core.project.Progress;
import park.pipeline.core.project.ProjectKind;
import park.pipeline.core.project.Responsible;
import park.pipeline.core.project.Settlement;
import park.pipeline.core.project.Stage;
import park.pipeline.core.project.StageEntry;
import park.pipeline.core.project.Timeline;
import park.pipeline.projections.view.Stretch;

/**
 * One project as it stood at the end of a day, by what a timeline holds.
 *
 * @param withdrawnFrom the stage before; only while the stage is WITHDRAWN
 * @param investmentCny whole yuan; null where unknown
 * @param paidInCny null before the first report, like {@code percent}
 * @param permits empty before permitting began; one settled later shows as required
 * @param milestones all stage entries in force up to the day, reopenings and withdrawals included
 * @param version the number of events known
 */
public record ProjectDetail(
        UUID id,
        @Nullable String reference,
        String name,
        Enterprise enterprise,
        String industry,
        ProjectKind kind,
        @Nullable String origin,
        @Nullable String team,
        @Nullable String owner,
        @Nullable ChainEffect chainEffect,
        @Nullable Capacity capacity,
        @Nullable BigDecimal landMu,
        Stage stage,
        LocalDate stageSince,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Stage withdrawnFrom,
        @Nullable Long investmentCny,
        @Nullable Long paidInCny,
        @Nullable Integer percent,
        List<PermitState> permits,
        List<Milestone> milestones,
        long version) {
    /** Where a permit stands. */
    public enum PermitStatus {
        REQUIRED,
        GRANTED,
        WAIVED
    }

    /** One permit; day and document number where it is settled. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PermitState(
            Permit permit,
            PermitStatus status,
            @Nullable LocalDate occurredOn,
            @Nullable String documentNo) {}

    /** One stage entry in force; {@code recordedAt} is that of its own event, also after a correction. */
    public record Milestone(Stage stage, LocalDate occurredOn, Instant recordedAt) {}

    /** The project on a day; empty where it was not there yet. */
    static Optional<ProjectDetail> of(UUID id, Timeline timeline, LocalDate day) {
        DatedSeries series = timeline.series();
        Entry<StageEntry> entered = series.stages().on(day);
        if (entered == null) {
            return Optional.empty();
        }
        Profile profile = timeline.profile();
        Entry<Responsible> team = series.team().on(day);
        Entry<Investment> investment = series.investment().on(day);
        Entry<Progress> progress = series.progress().on(day);
        Stage stage = entered.value().stage();
        return Optional.of(new ProjectDetail(
                id,
                profile.reference(),
                profile.name(),
                profile.enterprise(),
                profile.industry(),
                profile.kind(),
                profile.origin(),
                team == null ? null : team.value().team(),
                team == null ? null : team.value().owner(),
                profile.chainEffect(),
                profile.capacity(),
                profile.landMu(),
                stage,
                entered.day(),
                stage == Stage.WITHDRAWN ? timeline.stageBefore(entered) : null,
                investment == null ? null : investment.value().amountCny(),
                progress == null ? null : progress.value().paidInCny(),
                progress == null ? null : progress.value().percent(),
                permits(timeline, day),
                milestones(timeline, day),
                timeline.version()));
    }

    /**
     * The project with all that is recorded. No command takes a day of the future, so this is how it stands today, and it
     * needs no clock.
     *
     * @throws IllegalStateException if the timeline holds no registration
     */
    public static ProjectDetail latest(UUID id, Timeline timeline) {
        return of(id, timeline, Stretch.OPEN_END)
                .orElseThrow(() -> new IllegalStateException("Project " + id + " has no registration"));
    }

    private static List<Milestone> milestones(Timeline timeline, LocalDate day) {
        return timeline.series().stages().entries().stream()
                .filter(e -> !e.day().isAfter(day))
                .map(e -> new Milestone(e.value().stage(), e.day(), e.recordedAt()))
                .toList();
    }

    private static List<PermitState> permits(Timeline timeline, LocalDate day) {
        boolean begun = timeline.series().stages().entries().stream()
                .anyMatch(e -> e.eventId().equals(timeline.permits().begunBy())
                        && !e.day().isAfter(day));
        if (!begun) {
            return List.of();
        }
        EnumSet<Permit> shown = EnumSet.noneOf(Permit.class);
        shown.addAll(timeline.permits().required());
        timeline.permits().settled().stream().filter(s -> !s.day().isAfter(day)).forEach(s -> shown.add(s.permit()));
        List<PermitState> states = new ArrayList<>();
        for (Permit permit : shown) {
            Settlement settled = timeline.permits().settlement(permit);
            states.add(
                    settled == null || settled.day().isAfter(day)
                            ? new PermitState(permit, PermitStatus.REQUIRED, null, null)
                            : new PermitState(
                                    permit,
                                    settled.waived() ? PermitStatus.WAIVED : PermitStatus.GRANTED,
                                    settled.day(),
                                    settled.documentNo()));
        }
        return states;
    }
}
