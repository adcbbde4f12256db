package park.pipeline.core.project;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.ProjectCommand.Amend;
import park.pipeline.core.project.ProjectCommand.Assign;
import park.pipeline.core.project.ProjectCommand.BeginPermitting;
import park.pipeline.core.project.ProjectCommand.CommenceProduction;
import park.pipeline.core.project.ProjectCommand.CorrectDate;
import park.pipeline.core.project.ProjectCommand.GrantPermit;
import park.pipeline.core.project.ProjectCommand.ImportProject;
import park.pipeline.core.project.ProjectCommand.LogContact;
import park.pipeline.core.project.ProjectCommand.Milestone;
import park.pipeline.core.project.ProjectCommand.OpenNegotiation;
import park.pipeline.core.project.ProjectCommand.ReachFullCapacity;
import park.pipeline.core.project.ProjectCommand.RegisterLead;
import park.pipeline.core.project.ProjectCommand.Reopen;
import park.pipeline.core.project.ProjectCommand.ReportProgress;
import park.pipeline.core.project.ProjectCommand.Retract;
import park.pipeline.core.project.ProjectCommand.ReviseInvestment;
import park.pipeline.core.project.ProjectCommand.SignContract;
import park.pipeline.core.project.ProjectCommand.SignIntent;
import park.pipeline.core.project.ProjectCommand.StartConstruction;
import park.pipeline.core.project.ProjectCommand.WaivePermit;
import park.pipeline.core.project.ProjectCommand.Withdraw;

/** What one asks of the project {@link #PROJECT}, in as few words as a test needs. */
public final class SampleCommands {
    public static final UUID PROJECT = new UUID(0x1234, 0x5678);

    private SampleCommands() {}

    public static RegisterLead register(String day) {
        return register(day, SampleEvents.PROFILE, null);
    }

    public static RegisterLead register(String day, Profile profile, @Nullable Long investmentCny) {
        return new RegisterLead(PROJECT, LocalDate.parse(day), profile, investmentCny, null, null, null, Remarks.NONE);
    }

    public static OpenNegotiation openNegotiation(String day) {
        return new OpenNegotiation(PROJECT, LocalDate.parse(day), Remarks.NONE);
    }

    public static SignIntent signIntent(String day) {
        return signIntent(day, null);
    }

    public static SignIntent signIntent(String day, @Nullable Long investmentCny) {
        return new SignIntent(PROJECT, LocalDate.parse(day), investmentCny, null, Remarks.NONE);
    }

    public static SignContract signContract(String day) {
        return signContract(day, null, null);
    }

    public static SignContract signContract(String day, @Nullable Long investmentCny, @Nullable String landMu) {
        BigDecimal land = landMu == null ? null : new BigDecimal(landMu);
        return new SignContract(PROJECT, LocalDate.parse(day), investmentCny, land, null, Remarks.NONE);
    }

    public static BeginPermitting beginPermitting(String day) {
        return new BeginPermitting(PROJECT, LocalDate.parse(day), null, Remarks.NONE);
    }

    public static BeginPermitting beginPermitting(String day, List<Permit> required) {
        return new BeginPermitting(PROJECT, LocalDate.parse(day), required, Remarks.NONE);
    }

    public static GrantPermit grantPermit(String day, Permit permit) {
        return new GrantPermit(PROJECT, LocalDate.parse(day), permit, null, Remarks.NONE);
    }

    public static WaivePermit waivePermit(String day, Permit permit) {
        return new WaivePermit(PROJECT, LocalDate.parse(day), permit, "not needed", null, Remarks.NONE);
    }

    public static StartConstruction startConstruction(String day) {
        return new StartConstruction(PROJECT, LocalDate.parse(day), Remarks.NONE);
    }

    public static ReportProgress reportProgress(String day, int percent, long paidInCny) {
        return new ReportProgress(PROJECT, LocalDate.parse(day), percent, paidInCny, Remarks.NONE);
    }

    public static CommenceProduction commenceProduction(String day) {
        return commenceProduction(day, null);
    }

    public static CommenceProduction commenceProduction(String day, @Nullable Capacity capacity) {
        return new CommenceProduction(PROJECT, LocalDate.parse(day), capacity, Remarks.NONE);
    }

    public static ReachFullCapacity reachFullCapacity(String day) {
        return new ReachFullCapacity(PROJECT, LocalDate.parse(day), Remarks.NONE);
    }

    public static Withdraw withdraw(String day) {
        return new Withdraw(PROJECT, LocalDate.parse(day), WithdrawalReason.MARKET, Remarks.NONE);
    }

    public static Reopen reopen(String day) {
        return new Reopen(PROJECT, LocalDate.parse(day), Remarks.NONE);
    }

    public static Assign assign(String day, String team, @Nullable String owner) {
        return new Assign(PROJECT, LocalDate.parse(day), team, owner, Remarks.NONE);
    }

    public static ReviseInvestment reviseInvestment(String day, long investmentCny) {
        return new ReviseInvestment(PROJECT, LocalDate.parse(day), investmentCny, "new estimate", Remarks.NONE);
    }

    public static LogContact logContact(String day) {
        return new LogContact(
                PROJECT, LocalDate.parse(day), ContactChannel.CALL, "asked about land", null, Remarks.NONE);
    }

    public static Amend amend(String day, ProfileChanges changes) {
        return new Amend(PROJECT, LocalDate.parse(day), changes, "typing error", Remarks.NONE);
    }

    public static CorrectDate correctDate(Stage stage, String day) {
        return new CorrectDate(PROJECT, LocalDate.parse(day), stage, "wrong day", Remarks.NONE);
    }

    public static Retract retractStage() {
        return retract(Retractable.STAGE);
    }

    public static Retract retract(Retractable what) {
        return new Retract(PROJECT, what, null, "never happened", Remarks.NONE);
    }

    public static Retract retractPermit(Permit permit) {
        return new Retract(PROJECT, Retractable.PERMIT, permit, "never happened", Remarks.NONE);
    }

    public static ImportProject importProject(String leadDay, Milestone... milestones) {
        return new ImportProject(
                PROJECT,
                LocalDate.parse(leadDay),
                SampleEvents.PROFILE,
                null,
                null,
                List.of(milestones),
                WithdrawalReason.MARKET,
                Remarks.NONE);
    }

    public static Milestone on(String day, Stage stage) {
        return new Milestone(stage, LocalDate.parse(day));
    }

    /** The same command or event with other remarks. */
    public static <R extends Record> R with(Remarks remarks, R said) {
        RecordComponent[] components = said.getClass().getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                boolean isRemarks = components[i].getType() == Remarks.class;
                values[i] = isRemarks ? remarks : components[i].getAccessor().invoke(said);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            @SuppressWarnings("unchecked")
            Class<R> sort = (Class<R>) said.getClass();
            return sort.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
