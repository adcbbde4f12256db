package park.pipeline.core.log;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.ProjectEvent;

/**
 * The names by which the log knows its events: stable for ever, never a Java class name. A changed meaning is a new
 * revision: an {@link Upcaster} here, a line in {@code event-shapes.txt} and stored samples beside the tests.
 */
public final class EventTypes {
    private static final Map<String, EventType> BY_NAME = Stream.of(
                    new EventType("LeadRegistered", ProjectEvent.LeadRegistered.class),
                    new EventType("NegotiationOpened", ProjectEvent.NegotiationOpened.class),
                    new EventType("IntentSigned", ProjectEvent.IntentSigned.class),
                    new EventType("ContractSigned", ProjectEvent.ContractSigned.class),
                    new EventType("PermittingBegun", ProjectEvent.PermittingBegun.class),
                    new EventType("PermitGranted", ProjectEvent.PermitGranted.class),
                    new EventType("PermitWaived", ProjectEvent.PermitWaived.class, Upcaster.adding("documentNo")),
                    new EventType("ConstructionStarted", ProjectEvent.ConstructionStarted.class),
                    new EventType("ProgressReported", ProjectEvent.ProgressReported.class),
                    new EventType("ProductionCommenced", ProjectEvent.ProductionCommenced.class),
                    new EventType("FullCapacityReached", ProjectEvent.FullCapacityReached.class),
                    new EventType("ProjectWithdrawn", ProjectEvent.ProjectWithdrawn.class),
                    new EventType("ProjectReopened", ProjectEvent.ProjectReopened.class),
                    new EventType("ProjectAssigned", ProjectEvent.ProjectAssigned.class),
                    new EventType("InvestmentRevised", ProjectEvent.InvestmentRevised.class),
                    new EventType("ContactLogged", ProjectEvent.ContactLogged.class),
                    new EventType("ProfileAmended", ProjectEvent.ProfileAmended.class),
                    new EventType("MilestoneDateCorrected", ProjectEvent.MilestoneDateCorrected.class),
                    new EventType("EntryRetracted", ProjectEvent.EntryRetracted.class),
                    new EventType("ContactPersonAdded", ProjectEvent.ContactPersonAdded.class),
                    new EventType("ContactPersonErased", ProjectEvent.ContactPersonErased.class))
            .collect(Collectors.toUnmodifiableMap(EventType::name, t -> t));

    private static final Map<Class<?>, EventType> BY_PAYLOAD =
            BY_NAME.values().stream().collect(Collectors.toUnmodifiableMap(EventType::payload, t -> t));

    private EventTypes() {}

    /** The logical names of all events that there are. */
    public static List<String> names() {
        return BY_NAME.keySet().stream().sorted().toList();
    }

    /** The type of an event; every permitted class of {@link ProjectEvent} has one. */
    static EventType of(Class<?> payload) {
        return known(BY_PAYLOAD.get(payload), payload.getName());
    }

    /**
     * The type of a name in the log.
     *
     * @throws UnreadableEvent if no such name was ever released
     */
    static EventType named(String name) {
        return known(BY_NAME.get(name), name);
    }

    private static EventType known(@Nullable EventType type, String name) {
        if (type == null) {
            throw new UnreadableEvent("The log has no event type " + name, null);
        }
        return type;
    }
}
