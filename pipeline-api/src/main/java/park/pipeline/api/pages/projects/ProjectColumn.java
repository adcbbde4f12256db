package park.pipeline.api.pages.projects;

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
    KIND(ProjectOrder.KIND),
    ORIGIN(ProjectOrder.ORIGIN),
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

    /** Whether it is there always: the name is what leads to the project. */
    public boolean isFixed() {
        return this == NAME;
    }

    /** Whether the rising order of the column is the falling one of what it is sorted by: many days since an early day. */
    boolean isReversed() {
        return this == DAYS;
    }

    /**
     * Those named, in the order of the table, and the fixed ones; the usual ones where none is named. Names that are none
     * are passed over, so that a link of last year still opens.
     */
    static List<ProjectColumn> of(@Nullable String names) {
        List<String> given = names == null ? List.of() : List.of(names.split("[,.]"));
        if (Stream.of(values()).noneMatch(c -> given.contains(c.name()))) {
            return USUAL;
        }
        return Stream.of(values())
                .filter(c -> c.isFixed() || given.contains(c.name()))
                .toList();
    }

    /**
     * What a file holds of a project: a text, a day, or a whole number; null where it is not known.
     *
     * @param words for the lights
     */
    @Nullable
    Object value(ProjectItem item, Format fmt, TableWords words) {
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
            case LIGHT -> item.light() == null ? null : words.light(item.light());
            case INVESTMENT -> item.investmentCny();
            case TEAM -> item.team();
            case OWNER -> item.owner();
        };
    }
}
