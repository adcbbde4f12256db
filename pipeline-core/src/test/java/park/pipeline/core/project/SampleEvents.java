package park.pipeline.core.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.ProjectEvent.ConstructionStarted;
import park.pipeline.core.project.ProjectEvent.ContactLogged;
import park.pipeline.core.project.ProjectEvent.ContractSigned;
import park.pipeline.core.project.ProjectEvent.EntryRetracted;
import park.pipeline.core.project.ProjectEvent.FullCapacityReached;
import park.pipeline.core.project.ProjectEvent.IntentSigned;
import park.pipeline.core.project.ProjectEvent.InvestmentRevised;
import park.pipeline.core.project.ProjectEvent.LeadRegistered;
import park.pipeline.core.project.ProjectEvent.MilestoneDateCorrected;
import park.pipeline.core.project.ProjectEvent.NegotiationOpened;
import park.pipeline.core.project.ProjectEvent.PermitGranted;
import park.pipeline.core.project.ProjectEvent.PermitWaived;
import park.pipeline.core.project.ProjectEvent.PermittingBegun;
import park.pipeline.core.project.ProjectEvent.ProductionCommenced;
import park.pipeline.core.project.ProjectEvent.ProfileAmended;
import park.pipeline.core.project.ProjectEvent.ProgressReported;
import park.pipeline.core.project.ProjectEvent.ProjectAssigned;
import park.pipeline.core.project.ProjectEvent.ProjectReopened;
import park.pipeline.core.project.ProjectEvent.ProjectWithdrawn;

/** What happened, in as few words as a test needs. */
public final class SampleEvents {
    public static final Profile PROFILE = profile("碳纤维项目", ProjectKind.NEW_BUILD);

    private SampleEvents() {}

    public static Profile profile(String name, ProjectKind kind) {
        return new Profile(name, new Enterprise("某公司", null), "CARBON_FIBER", kind, null, null, null, null, null);
    }

    public static LeadRegistered registered(String day) {
        return registered(day, PROFILE, null, null, null);
    }

    public static LeadRegistered registered(String day, @Nullable Long investmentCny) {
        return registered(day, PROFILE, investmentCny, null, null);
    }

    public static LeadRegistered registered(String day, ProjectKind kind) {
        return registered(day, profile("碳纤维项目", kind), null, null, null);
    }

    public static LeadRegistered registered(
            String day, Profile p, @Nullable Long investmentCny, @Nullable String team, @Nullable String owner) {
        return new LeadRegistered(
                LocalDate.parse(day),
                p.name(),
                p.enterprise(),
                p.industry(),
                p.kind(),
                investmentCny,
                p.origin(),
                team,
                owner,
                null,
                p.capacity(),
                p.landMu(),
                p.chainEffect(),
                p.reference(),
                Remarks.NONE);
    }

    public static NegotiationOpened negotiationOpened(String day) {
        return new NegotiationOpened(LocalDate.parse(day), Remarks.NONE);
    }

    public static IntentSigned intentSigned(String day) {
        return intentSigned(day, null);
    }

    public static IntentSigned intentSigned(String day, @Nullable Long investmentCny) {
        return new IntentSigned(LocalDate.parse(day), investmentCny, null, Remarks.NONE);
    }

    public static ContractSigned contractSigned(String day) {
        return contractSigned(day, null, null);
    }

    public static ContractSigned contractSigned(String day, @Nullable Long investmentCny, @Nullable String landMu) {
        BigDecimal land = landMu == null ? null : new BigDecimal(landMu);
        return new ContractSigned(LocalDate.parse(day), investmentCny, land, null, Remarks.NONE);
    }

    public static PermittingBegun permittingBegun(String day, Permit... required) {
        return new PermittingBegun(LocalDate.parse(day), List.of(required), Remarks.NONE);
    }

    public static PermitGranted permitGranted(String day, Permit permit) {
        return new PermitGranted(LocalDate.parse(day), permit, null, Remarks.NONE);
    }

    public static PermitWaived permitWaived(String day, Permit permit) {
        return new PermitWaived(LocalDate.parse(day), permit, "not needed", null, Remarks.NONE);
    }

    public static ConstructionStarted constructionStarted(String day) {
        return new ConstructionStarted(LocalDate.parse(day), Remarks.NONE);
    }

    public static ProgressReported progressReported(String day, int percent, long paidInCny) {
        return new ProgressReported(LocalDate.parse(day), percent, paidInCny, Remarks.NONE);
    }

    public static ProductionCommenced productionCommenced(String day) {
        return productionCommenced(day, null);
    }

    public static ProductionCommenced productionCommenced(String day, @Nullable Capacity capacity) {
        return new ProductionCommenced(LocalDate.parse(day), capacity, Remarks.NONE);
    }

    public static FullCapacityReached fullCapacityReached(String day) {
        return new FullCapacityReached(LocalDate.parse(day), Remarks.NONE);
    }

    public static ProjectWithdrawn withdrawn(String day) {
        return withdrawn(day, Stage.LEAD);
    }

    public static ProjectWithdrawn withdrawn(String day, Stage from) {
        return new ProjectWithdrawn(LocalDate.parse(day), WithdrawalReason.MARKET, from, Remarks.NONE);
    }

    public static ProjectReopened reopened(String day, Stage to) {
        return new ProjectReopened(LocalDate.parse(day), to, Remarks.NONE);
    }

    public static ProjectAssigned assigned(String day, String team, @Nullable String owner) {
        return new ProjectAssigned(LocalDate.parse(day), team, owner, Remarks.NONE);
    }

    public static InvestmentRevised investmentRevised(String day, long investmentCny) {
        return new InvestmentRevised(LocalDate.parse(day), investmentCny, "new estimate", Remarks.NONE);
    }

    public static ContactLogged contactLogged(String day) {
        return new ContactLogged(LocalDate.parse(day), ContactChannel.CALL, "asked about land", null, Remarks.NONE);
    }

    public static ProfileAmended amended(String day, ProfileChanges changes) {
        return new ProfileAmended(LocalDate.parse(day), changes, "typing error", Remarks.NONE);
    }

    public static MilestoneDateCorrected dateCorrected(UUID corrects, Stage stage, String was, String day) {
        return new MilestoneDateCorrected(
                LocalDate.parse(day), corrects, stage, LocalDate.parse(was), "wrong day", Remarks.NONE);
    }

    public static EntryRetracted stageRetracted(UUID corrects, Stage stage) {
        return new EntryRetracted(corrects, Retractable.STAGE, stage, null, "never happened", Remarks.NONE);
    }

    public static EntryRetracted retracted(UUID corrects, Retractable what) {
        return new EntryRetracted(corrects, what, null, null, "never happened", Remarks.NONE);
    }

    public static EntryRetracted permitRetracted(UUID corrects, Permit permit) {
        return new EntryRetracted(corrects, Retractable.PERMIT, null, permit, "never happened", Remarks.NONE);
    }

    /** A past that ends in this stage: each stage was entered on the 1st of a month of 2023, registration in January. */
    public static ProjectEvent[] pathTo(Stage stage) {
        List<ProjectEvent> path = new ArrayList<>(List.of(
                registered("2023-01-01"),
                negotiationOpened("2023-02-01"),
                intentSigned("2023-03-01"),
                contractSigned("2023-04-01"),
                permittingBegun("2023-05-01"),
                constructionStarted("2023-06-01"),
                productionCommenced("2023-07-01"),
                fullCapacityReached("2023-08-01")));
        if (stage == Stage.WITHDRAWN) {
            return new ProjectEvent[] {
                registered("2023-01-01"), negotiationOpened("2023-02-01"), withdrawn("2023-09-01", Stage.NEGOTIATION)
            };
        }
        return path.subList(0, stage.rank() + 1).toArray(ProjectEvent[]::new);
    }
}
