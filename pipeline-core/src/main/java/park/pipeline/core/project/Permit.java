package park.pipeline.core.project;

import java.util.List;

/** The parallel permits of 前期手续. The names are stored in the log and never change. */
public enum Permit {
    FILING,
    EIA,
    ENERGY,
    LAND,
    PLANNING,
    BUILDING,
    SAFETY;

    /** What is required where the caller does not say: a technical upgrade builds on land it already has. */
    public static List<Permit> requiredByDefault(ProjectKind kind) {
        return kind == ProjectKind.TECHNICAL_UPGRADE ? List.of(FILING, EIA) : List.of(FILING, EIA, LAND, BUILDING);
    }
}
