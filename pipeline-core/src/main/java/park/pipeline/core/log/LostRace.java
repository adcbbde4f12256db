package park.pipeline.core.log;

import java.sql.SQLException;

/** How the database says that the log is not what a command saw. */
final class LostRace {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String NULL_NOT_ALLOWED = "23502";

    private LostRace() {}

    static boolean isUniqueViolation(SQLException failure) {
        return has(UNIQUE_VIOLATION, failure);
    }

    /** Whether its place, or what it claims, is taken; or the event that it follows is not there. */
    static boolean isOne(SQLException failure, Append append) {
        return isUniqueViolation(failure)
                || append.lines().getFirst().follows() != null && has(NULL_NOT_ALLOWED, failure);
    }

    private static boolean has(String state, SQLException failure) {
        for (SQLException next = failure; next != null; next = next.getNextException()) {
            if (state.equals(next.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
