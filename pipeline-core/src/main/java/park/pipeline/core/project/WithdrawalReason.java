package park.pipeline.core.project;

/** Why a project left the pipeline. The names are stored in the log and never change. */
public enum WithdrawalReason {
    LAND,
    ENVIRONMENT,
    ENERGY,
    POWER,
    FINANCING,
    MARKET,
    POLICY,
    SUPPLY_CHAIN,
    LOST_TO_OTHER_PARK,
    NO_RESPONSE,
    INELIGIBLE,
    INVESTOR_DECISION,
    REFUSED,
    EXPIRED,
    OTHER
}
