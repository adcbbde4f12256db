package park.pipeline.core.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import park.pipeline.core.project.ProjectCommand.ImportProject;
import park.pipeline.core.project.ProjectCommand.Milestone;

/**
 * A project that was under way before the system came. Milestones may be skipped, so the <em>from</em> stages do not
 * apply; the days keep their order. Its permits count as waived: no permit is required of it.
 */
final class ImportDecision {
    private ImportDecision() {}

    static List<ProjectEvent> of(ImportProject c, LocalDate today) {
        List<ProjectEvent> events = new ArrayList<>();
        events.add(registered(c));
        requireDay(c.occurredOn(), Stage.LEAD, c, today);
        LocalDate before = c.occurredOn();
        Stage last = Stage.LEAD;
        Remarks remarks = new Remarks(null, c.remarks().precision(), true);
        for (Milestone milestone : c.milestones()) {
            requireDay(milestone.day(), milestone.stage(), c, today);
            if (milestone.day().isBefore(before)) {
                throw Refused.forField(
                        milestone.stage().name(),
                        "out-of-order-date",
                        Map.of("day", milestone.day(), "earliest", before));
            }
            events.add(entered(c, milestone, last, remarks));
            before = milestone.day();
            last = milestone.stage();
        }
        return events;
    }

    private static ProjectEvent entered(ImportProject c, Milestone m, Stage last, Remarks remarks) {
        LocalDate day = m.day();
        return switch (m.stage()) {
            case LEAD -> throw new IllegalArgumentException("The registration is not among the milestones");
            case NEGOTIATION -> new ProjectEvent.NegotiationOpened(day, remarks);
            case INTENT -> new ProjectEvent.IntentSigned(day, null, null, remarks);
            case CONTRACT -> new ProjectEvent.ContractSigned(day, null, null, null, remarks);
            case PERMITTING -> new ProjectEvent.PermittingBegun(day, List.of(), remarks);
            case CONSTRUCTION -> new ProjectEvent.ConstructionStarted(day, remarks);
            case PRODUCTION -> new ProjectEvent.ProductionCommenced(day, null, remarks);
            case FULL_CAPACITY -> new ProjectEvent.FullCapacityReached(day, remarks);
            case WITHDRAWN -> withdrawn(c, day, last, remarks);
        };
    }

    private static ProjectEvent withdrawn(ImportProject c, LocalDate day, Stage last, Remarks remarks) {
        if (!last.isOpen()) {
            throw Refused.forField(
                    Stage.WITHDRAWN.name(),
                    "wrong-stage",
                    Map.of(
                            "stage",
                            last,
                            "allowed",
                            List.copyOf(Stage.WITHDRAWN.enteredFrom(c.profile().kind()))));
        }
        if (c.withdrawReason() == null) {
            throw Refused.forField("withdrawReason", "required", Map.of());
        }
        return new ProjectEvent.ProjectWithdrawn(day, c.withdrawReason(), last, remarks);
    }

    /** The same rule as for any command, but the column is named after the stage that the day stands for. */
    private static void requireDay(LocalDate day, Stage stage, ImportProject c, LocalDate today) {
        try {
            DatesAreNotInTheFuture.require(day, c.remarks().precision(), today);
        } catch (Refused refused) {
            throw Refused.forField(stage.name(), refused.code(), refused.values());
        }
    }

    private static ProjectEvent registered(ImportProject c) {
        return RecordDecisions.register(new ProjectCommand.RegisterLead(
                c.projectId(),
                c.occurredOn(),
                c.profile(),
                c.investmentCny(),
                c.team(),
                null,
                null,
                new Remarks(c.remarks().note(), c.remarks().precision(), true)));
    }
}
