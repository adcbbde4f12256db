package park.pipeline.projections.project;

/** By what a table of projects is sorted. What is unknown comes last, in either direction. */
public enum ProjectOrder {
    REGISTERED("registered_position"),
    NAME("name"),
    ENTERPRISE("enterprise"),
    REFERENCE("reference"),
    INDUSTRY("industry"),
    KIND("kind"),
    ORIGIN("origin"),
    STAGE("case stage when 'LEAD' then 0 when 'NEGOTIATION' then 1 when 'INTENT' then 2 when 'CONTRACT' then 3"
            + " when 'PERMITTING' then 4 when 'CONSTRUCTION' then 5 when 'PRODUCTION' then 6"
            + " when 'FULL_CAPACITY' then 7 else 8 end"),
    STAGE_SINCE("stage_since"),
    INVESTMENT("investment_cny"),
    TEAM("team"),
    OWNER("owner");

    private final String expression;

    ProjectOrder(String expression) {
        this.expression = expression;
    }

    /** The clause; those that are equal come in the order of their registration, so that pages do not overlap. */
    String clause(boolean descending) {
        return " order by " + expression + (descending ? " desc" : "") + " nulls last, registered_position";
    }
}
