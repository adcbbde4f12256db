package park.pipeline.core.project;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Where a project stands. The order of the constants is the order of every report: ranks 0 to 7, then WITHDRAWN.
 * The names are stored in the log and never change.
 */
public enum Stage {
    LEAD,
    NEGOTIATION,
    INTENT,
    CONTRACT,
    PERMITTING,
    CONSTRUCTION,
    PRODUCTION,
    FULL_CAPACITY,
    WITHDRAWN;

    /** The eight stages that lie on the way, in the order of their ranks. */
    public static final List<Stage> RANKED = List.of(values()).subList(0, 8);

    /** 0 to 7 on the way; 8 for WITHDRAWN, which is no rank and must not be compared with one. */
    public int rank() {
        return ordinal();
    }

    /** Whether the project is still on its way to production: the stages that can be withdrawn from. */
    public boolean isOpen() {
        return rank() <= CONSTRUCTION.rank();
    }

    /** The stages from which a project of this kind may enter this one; a reopening has a rule of its own. */
    Set<Stage> enteredFrom(ProjectKind kind) {
        return switch (this) {
            case LEAD -> EnumSet.noneOf(Stage.class);
            case NEGOTIATION -> EnumSet.of(LEAD);
            case INTENT -> EnumSet.of(LEAD, NEGOTIATION);
            case CONTRACT -> EnumSet.of(NEGOTIATION, INTENT);
            case PERMITTING ->
                kind == ProjectKind.TECHNICAL_UPGRADE
                        ? EnumSet.of(LEAD, NEGOTIATION, INTENT, CONTRACT)
                        : EnumSet.of(CONTRACT);
            case CONSTRUCTION -> EnumSet.of(PERMITTING);
            case PRODUCTION -> EnumSet.of(CONSTRUCTION);
            case FULL_CAPACITY -> EnumSet.of(PRODUCTION);
            case WITHDRAWN -> EnumSet.range(LEAD, CONSTRUCTION);
        };
    }
}
