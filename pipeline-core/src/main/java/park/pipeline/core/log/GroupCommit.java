package park.pipeline.core.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import park.pipeline.core.project.Claim;

/**
 * One turn: stores what waits, in one transaction that the caller commits, where it is not committed already. First all at once,
 * which nearly always works; where one of them loses a race or finds a claim taken, once more one by one.
 */
final class GroupCommit {
    private final Connection connection;
    private final LogDialect dialect;
    private final Clock clock;
    private final List<Pending> group;
    private List<Outcome> outcomes = List.of();

    GroupCommit(Connection connection, LogDialect dialect, Clock clock, List<Pending> group) {
        this.connection = connection;
        this.dialect = dialect;
        this.clock = clock;
        this.group = group;
    }

    void store() throws SQLException {
        if (!claimsAreIndependent() || !storedAtOnce()) {
            outcomes = new OneByOne(connection, dialect, clock, group).store();
        }
    }

    /** Whether all of it was stored; if not, nothing of it was, and the turn is given back. */
    private boolean storedAtOnce() throws SQLException {
        boolean releases = releases();
        String statement = dialect.groupStatement(!releases);
        if (statement != null && hasKeys()) {
            return false;
        }
        try {
            if (statement == null) {
                storeTableByTable();
            } else {
                storeAsOneStatement(statement, releases);
            }
            return true;
        } catch (SQLException e) {
            if (group.stream().noneMatch(p -> LostRace.isOne(e, p.append()))) {
                throw e;
            }
            connection.rollback();
            return false;
        }
    }

    /** Tells the callers, once it is all committed and flushed. */
    void acknowledge() {
        outcomes.forEach(Outcome::tell);
    }

    /** Table by table, behind a head that is moved for all of them. */
    private void storeTableByTable() throws SQLException {
        Head before = before(movedHead());
        try (LogStatements statements = new LogStatements(connection)) {
            Head head = before;
            for (Pending pending : group) {
                head = statements.add(pending.append(), head, head.recordedAt() + 1);
            }
            statements.execute();
        }
        outcomes = stored(before);
    }

    /** All tables in one way there and back, and the commit with them, unless claims are given back behind it. */
    private void storeAsOneStatement(String sql, boolean releases) throws SQLException {
        List<Append> appends = group.stream().map(Pending::append).toList();
        Head end = new GroupStatement(connection, appends).execute(sql, now());
        if (releases) {
            release(appends);
        }
        outcomes = stored(before(end));
    }

    private void release(List<Append> appends) throws SQLException {
        try (LogStatements statements = new LogStatements(connection)) {
            for (Append append : appends) {
                statements.release(append);
            }
            statements.execute();
        }
    }

    /** Contact persons' keys are no part of the one statement; they are rare. */
    private boolean hasKeys() {
        return group.stream().anyMatch(p -> p.append().key() != null);
    }

    private boolean releases() {
        return group.stream().anyMatch(p -> !p.append().claims().released().isEmpty());
    }

    private Head movedHead() throws SQLException {
        try (PreparedStatement head = connection.prepareStatement(LogDialect.TAKE_HEAD_AND_TELL)) {
            head.setLong(1, events());
            head.setLong(2, now());
            head.setLong(3, group.size());
            try (ResultSet row = head.executeQuery()) {
                row.next();
                return new Head(row.getLong(1), row.getLong(2));
            }
        }
    }

    /** Where the log ended before the group: each of its commands has a microsecond of its own. */
    private Head before(Head end) {
        return new Head(end.position() - events(), end.recordedAt() - group.size());
    }

    private List<Outcome> stored(Head before) {
        List<Outcome> stored = new ArrayList<>();
        Head head = before;
        for (Pending pending : group) {
            head = head.behind(pending.append(), head.recordedAt() + 1);
            stored.add(Outcome.stored(pending, head.appended(pending.append())));
        }
        return stored;
    }

    private long events() {
        return group.stream().mapToLong(p -> p.append().lines().size()).sum();
    }

    private long now() {
        return Micros.of(clock.instant());
    }

    /** Releases are stored before takings, which is only right where no command takes what another one gives back. */
    private boolean claimsAreIndependent() {
        Set<Claim> released = new HashSet<>();
        group.forEach(p -> released.addAll(p.append().claims().released()));
        return group.stream().flatMap(p -> p.append().claims().taken().stream()).noneMatch(released::contains);
    }
}
