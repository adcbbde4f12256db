package park.pipeline.api.pages.projects;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.pages.Format;
import park.pipeline.projections.project.ProjectItem;
import park.pipeline.projections.project.ProjectOrder;

/** The columns of the table, in the order in which they are shown. Their words are {@code projects.column.<name>}. */
public enum ProjectColumn {
    REFERENCE(ProjectOrder.REFERENCE),
    NAME(ProjectOrder.NAME),
    ENTERPRISE(ProjectOrder.ENTERPRISE),
    INDUSTRY(ProjectOrder.INDUSTRY),
    KIND(null),
    ORIGIN(null),
    STAGE(ProjectOrder.STAGE),
    STAGE_SINCE(ProjectOrder.STAGE_SINCE),
    DAYS(ProjectOrder.STAGE_SINCE),
    LIGHT(null),
    INVESTMENT(ProjectOrder.INVESTMENT),
    TEAM(ProjectOrder.TEAM),
    OWNER(ProjectOrder.OWNER);

    static final List<ProjectColumn> USUAL =
            List.of(NAME, ENTERPRISE, INDUSTRY, STAGE, STAGE_SINCE, DAYS, LIGHT, INVESTMENT, TEAM);

    private final @Nullable ProjectOrder order;

    ProjectColumn(@Nullable ProjectOrder order) {
        this.order = order;
    }

    /** By what the table is sorted at a click on its head; null where it cannot be. */
    public @Nullable ProjectOrder order() {
        return order;
    }

    public boolean isNumber() {
        return this == DAYS || this == INVESTMENT;
    }

    /** Those named, in the order of the table; the usual ones where none is. Names that are none are passed over. */
    static List<ProjectColumn> of(@Nullable String names) {
        List<String> given = names == null ? List.of() : List.of(names.split("[,.]"));
        List<ProjectColumn> columns =
                Stream.of(values()).filter(c -> given.contains(c.name())).toList();
        return columns.isEmpty() ? USUAL : columns;
    }

    static List<ProjectColumn> all() {
        return Arrays.asList(values());
    }

    /**
     * What a file holds of a project: a text, a day, or a whole number; null where it is not known.
     *
     * @param lights words for the lights
     */
    @Nullable
    Object value(ProjectItem item, Format fmt, Lights lights) {
        return switch (this) {
            case REFERENCE -> item.reference();
            case NAME -> item.name();
            case ENTERPRISE -> item.enterprise().name();
            case INDUSTRY -> fmt.industry(item.industry());
            case KIND -> fmt.kind(item.kind());
            case ORIGIN -> item.origin() == null ? null : fmt.origin(item.origin());
            case STAGE -> fmt.stage(item.stage());
            case STAGE_SINCE -> item.stageSince();
            case DAYS -> item.daysInStage();
            case LIGHT -> item.light() == null ? null : lights.word(item.light());
            case INVESTMENT -> item.investmentCny();
            case TEAM -> item.team();
            case OWNER -> item.owner();
        };
    }

    /** Whether the rising order of the column is the falling one of what it is sorted by: many days since an early day. */
    boolean isReversed() {
        return EnumSet.of(DAYS).contains(this);
    }
}
