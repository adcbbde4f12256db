package park.pipeline.api.wiring;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * When H2 cannot write (a full disk) it closes its file for good, and its connections fail one by one with states that
 * the pool takes for a caller's mistake. Thrown out at once, the next connection opens the file anew: once there is room
 * again, the service goes on without a restart.
 */
public class ClosedDatabase implements SQLExceptionOverride {
    private static final int GENERAL_ERROR = 50_000; // wraps what the store could not write
    private static final int OBJECT_CLOSED = 90_007;
    private static final int IO = 90_028;
    private static final int FILE_CORRUPTED = 90_030;
    private static final int IO_WITH_FILE = 90_031;
    private static final int DATABASE_CLOSED = 90_098;
    private static final int CALLED_AT_SHUTDOWN = 90_121;
    private static final Set<Integer> FATAL =
            Set.of(GENERAL_ERROR, OBJECT_CLOSED, IO, FILE_CORRUPTED, IO_WITH_FILE, DATABASE_CLOSED, CALLED_AT_SHUTDOWN);

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return FATAL.contains(failure.getErrorCode()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
