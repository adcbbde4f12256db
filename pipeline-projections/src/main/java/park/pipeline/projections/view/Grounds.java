package park.pipeline.projections.view;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.ProjectEvent;
import park.pipeline.core.project.ProjectEvent.ContractSigned;
import park.pipeline.core.project.ProjectEvent.EntryRetracted;
import park.pipeline.core.project.ProjectEvent.IntentSigned;
import park.pipeline.core.project.ProjectEvent.InvestmentRevised;
import park.pipeline.core.project.ProjectEvent.MilestoneDateCorrected;
import park.pipeline.core.project.ProjectEvent.PermitGranted;
import park.pipeline.core.project.ProjectEvent.PermitWaived;
import park.pipeline.core.project.ProjectEvent.ProfileAmended;
import park.pipeline.core.project.ProjectEvent.ProjectWithdrawn;

/**
 * What an event rests on: why, by which document, and which event it puts right. Each is null where the event names
 * none.
 *
 * @param reason the words given; of a withdrawal the code of its reason
 */
public record Grounds(
        @Nullable String reason,
        @Nullable String documentNo,
        @Nullable UUID corrects) {
    private static final Grounds NONE = new Grounds(null, null, null);

    public static Grounds of(ProjectEvent event) {
        return switch (event) {
            case IntentSigned e -> new Grounds(null, e.documentNo(), null);
            case ContractSigned e -> new Grounds(null, e.documentNo(), null);
            case PermitGranted e -> new Grounds(null, e.documentNo(), null);
            case PermitWaived e -> new Grounds(e.reason(), e.documentNo(), null);
            case ProjectWithdrawn e -> new Grounds(e.reasonCode().name(), null, null);
            case InvestmentRevised e -> new Grounds(e.reason(), null, null);
            case ProfileAmended e -> new Grounds(e.reason(), null, null);
            case MilestoneDateCorrected e -> new Grounds(e.reason(), null, e.corrects());
            case EntryRetracted e -> new Grounds(e.reason(), null, e.corrects());
            default -> NONE;
        };
    }
}
