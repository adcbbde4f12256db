package park.pipeline.core.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.person.PersonKeys;
import park.pipeline.core.project.Claim;
import park.pipeline.core.project.Refused;

/**
 * One turn: stores what waits, in one transaction that the caller commits. First all at once, which nearly always
 * works; where one of them loses a race or finds a claim taken, once more one by one, each behind a savepoint.
 */
final class GroupCommit {
    private static final String UNIQUE_VIOLATION = "23505";

    /** What a caller will be told once the group is committed: not before, since others' fate may hang on it. */
    private record Outcome(
            Pending pending,
            @Nullable Appended appended,
            @Nullable RuntimeException failure) {
        void tell() {
            if (appended != null) {
                pending.succeed(appended);
            } else if (failure != null) {
                pending.fail(failure);
            }
        }
    }

    private final Connection connection;
    private final LogDialect dialect;
    private final Clock clock;
    private final List<Pending> group;
    private final List<Outcome> outcomes = new ArrayList<>();
    private long position;
    private long lastRecorded;

    GroupCommit(Connection connection, LogDialect dialect, Clock clock, List<Pending> group) {
        this.connection = connection;
        this.dialect = dialect;
        this.clock = clock;
        this.group = group;
    }

    void store() throws SQLException {
        if (claimsAreIndependent() && storedAtOnce()) {
            return;
        }
        lockHead();
        storeOneByOne();
        moveHead();
    }

    /** Whether all of it was stored; if not, nothing of it was, and the turn is given back. */
    private boolean storedAtOnce() throws SQLException {
        try {
            takeHead();
            storeTogether(group, () -> ++lastRecorded);
            return true;
        } catch (SQLException e) {
            if (!isUniqueViolation(e)) {
                throw e;
            }
            connection.rollback();
            outcomes.clear();
            return false;
        }
    }

    /** Tells the callers, once it is all committed and flushed. */
    void acknowledge() {
        outcomes.forEach(Outcome::tell);
    }

    private void takeHead() throws SQLException {
        long events = group.stream().mapToLong(p -> p.append().lines().size()).sum();
        try (PreparedStatement head = connection.prepareStatement(dialect.takeHead())) {
            head.setLong(1, events);
            head.setLong(2, Micros.of(clock.instant()));
            head.setLong(3, group.size());
            try (ResultSet row = head.executeQuery()) {
                row.next();
                position = row.getLong(1) - events;
                lastRecorded = row.getLong(2) - group.size();
            }
        }
    }

    private void lockHead() throws SQLException {
        try (PreparedStatement head = connection.prepareStatement(dialect.lockHead());
                ResultSet row = head.executeQuery()) {
            row.next();
            position = row.getLong(1);
            lastRecorded = row.getLong(2);
        }
    }

    private void moveHead() throws SQLException {
        try (PreparedStatement head = connection.prepareStatement(dialect.moveHead())) {
            head.setLong(1, position);
            head.setLong(2, lastRecorded);
            head.execute();
        }
    }

    /** Releases are stored before takings, which is only right where no command takes what another one gives back. */
    private boolean claimsAreIndependent() {
        Set<Claim> released = new HashSet<>();
        group.forEach(p -> released.addAll(p.append().claims().released()));
        return group.stream().flatMap(p -> p.append().claims().taken().stream()).noneMatch(released::contains);
    }

    private void storeTogether(List<Pending> appends, LongSupplier nextInstant) throws SQLException {
        try (LogStatements statements = new LogStatements(connection)) {
            for (Pending pending : appends) {
                Append append = pending.append();
                statements.addClaims(append);
                long recordedAt = nextInstant.getAsLong();
                for (Append.Line line : append.lines()) {
                    position++;
                    statements.addLine(append, line, position, recordedAt);
                }
                long version = append.lines().getLast().sequence();
                Appended appended = new Appended(position, version, Micros.instant(recordedAt));
                statements.addReceipt(append, appended);
                if (append.key() != null) {
                    PersonKeys.apply(append.key(), connection, recordedAt);
                }
                outcomes.add(new Outcome(pending, appended, null));
            }
            statements.execute();
        }
    }

    private void storeOneByOne() throws SQLException {
        for (Pending pending : group) {
            long positionBefore = position;
            long recordedBefore = lastRecorded;
            Savepoint before = connection.setSavepoint();
            try {
                refuseAnswered(pending.append());
                refuseTakenClaims(pending.append());
                storeTogether(List.of(pending), this::nextInstant);
                connection.releaseSavepoint(before);
            } catch (Refused | AlreadyAnswered refused) {
                connection.rollback(before);
                outcomes.add(new Outcome(pending, null, refused));
            } catch (SQLException e) {
                if (!isUniqueViolation(e)) {
                    throw e;
                }
                connection.rollback(before);
                outcomes.removeIf(o -> o.pending() == pending);
                position = positionBefore;
                lastRecorded = recordedBefore;
                outcomes.add(new Outcome(pending, null, lostRace(pending.append(), e)));
            }
        }
    }

    private long nextInstant() {
        lastRecorded = Math.max(Micros.of(clock.instant()), lastRecorded + 1);
        return lastRecorded;
    }

    private void refuseAnswered(Append append) throws SQLException {
        Receipt receipt = append.receipt();
        if (receipt != null && Receipts.find(connection, receipt.actor(), receipt.key()) != null) {
            throw new AlreadyAnswered(receipt);
        }
    }

    private void refuseTakenClaims(Append append) throws SQLException {
        for (Claim claim : append.claims().taken()) {
            LogClaims.Holder holder = LogClaims.holder(connection, claim);
            if (holder != null && !holder.projectId().equals(append.projectId())) {
                throw LogClaims.refusal(claim, holder);
            }
        }
    }

    private static ConcurrencyException lostRace(Append append, SQLException cause) {
        return new ConcurrencyException("Project " + append.projectId() + " was changed by another command", cause);
    }

    static boolean isUniqueViolation(SQLException e) {
        for (SQLException next = e; next != null; next = next.getNextException()) {
            if (UNIQUE_VIOLATION.equals(next.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
