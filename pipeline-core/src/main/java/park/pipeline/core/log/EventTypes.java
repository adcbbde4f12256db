package park.pipeline.core.log;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.ProjectEvent;

/**
 * The names by which the log knows its events: stable for ever, never a Java class name. A changed meaning raises the
 * revision and comes with an upcaster and a stored sample.
 */
public final class EventTypes {
    /** One name of the log, the revision written today and the class that it is read into. */
    public record EventType(String name, int revision, Class<? extends ProjectEvent> payload) {}

    private static final Map<String, EventType> BY_NAME = Stream.of(
                    new EventType("LeadRegistered", 1, ProjectEvent.LeadRegistered.class),
                    new EventType("NegotiationOpened", 1, ProjectEvent.NegotiationOpened.class),
                    new EventType("IntentSigned", 1, ProjectEvent.IntentSigned.class),
                    new EventType("ContractSigned", 1, ProjectEvent.ContractSigned.class),
                    new EventType("PermittingBegun", 1, ProjectEvent.PermittingBegun.class),
                    new EventType("PermitGranted", 1, ProjectEvent.PermitGranted.class),
                    new EventType("PermitWaived", 1, ProjectEvent.PermitWaived.class),
                    new EventType("ConstructionStarted", 1, ProjectEvent.ConstructionStarted.class),
                    new EventType("ProgressReported", 1, ProjectEvent.ProgressReported.class),
                    new EventType("ProductionCommenced", 1, ProjectEvent.ProductionCommenced.class),
                    new EventType("FullCapacityReached", 1, ProjectEvent.FullCapacityReached.class),
                    new EventType("ProjectWithdrawn", 1, ProjectEvent.ProjectWithdrawn.class),
                    new EventType("ProjectReopened", 1, ProjectEvent.ProjectReopened.class),
                    new EventType("ProjectAssigned", 1, ProjectEvent.ProjectAssigned.class),
                    new EventType("InvestmentRevised", 1, ProjectEvent.InvestmentRevised.class),
                    new EventType("ContactLogged", 1, ProjectEvent.ContactLogged.class),
                    new EventType("ProfileAmended", 1, ProjectEvent.ProfileAmended.class),
                    new EventType("MilestoneDateCorrected", 1, ProjectEvent.MilestoneDateCorrected.class),
                    new EventType("EntryRetracted", 1, ProjectEvent.EntryRetracted.class))
            .collect(Collectors.toUnmodifiableMap(EventType::name, t -> t));

    private static final Map<Class<?>, EventType> BY_PAYLOAD =
            BY_NAME.values().stream().collect(Collectors.toUnmodifiableMap(EventType::payload, t -> t));

    private EventTypes() {}

    /** The type of an event; every permitted class of {@link ProjectEvent} has one. */
    public static EventType of(Class<?> payload) {
        return known(BY_PAYLOAD.get(payload), payload.getName());
    }

    /**
     * The type of a name in the log.
     *
     * @throws UnreadableEvent if no such name was ever released
     */
    public static EventType named(String name) {
        return known(BY_NAME.get(name), name);
    }

    private static EventType known(@Nullable EventType type, String name) {
        if (type == null) {
            throw new UnreadableEvent("The log has no event type " + name, null);
        }
        return type;
    }
}
