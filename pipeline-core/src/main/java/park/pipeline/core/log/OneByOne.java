package park.pipeline.core.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Claim;
import park.pipeline.core.project.Refused;

/** Stores a group command by command, each behind a savepoint: what fails, fails alone, and is told why. */
final class OneByOne {
    private final Connection connection;
    private final LogDialect dialect;
    private final Clock clock;
    private final List<Pending> group;
    private final List<Outcome> outcomes = new ArrayList<>();

    OneByOne(Connection connection, LogDialect dialect, Clock clock, List<Pending> group) {
        this.connection = connection;
        this.dialect = dialect;
        this.clock = clock;
        this.group = group;
    }

    /** What is to be told, in the order of the group. */
    List<Outcome> store() throws SQLException {
        Head head = lockedHead();
        for (Pending pending : group) {
            head = store(pending, head);
        }
        moveTo(head);
        return outcomes;
    }

    /** The end of the log behind this command; as it was where it is refused. */
    private Head store(Pending pending, Head head) throws SQLException {
        Append append = pending.append();
        Savepoint before = connection.setSavepoint();
        try {
            refuseAnswered(append);
            refuseOvertaken(append); // before its claims, which may be those of a project that is no longer so
            refuseTakenClaims(append);
            Head behind = store(append, head);
            connection.releaseSavepoint(before);
            outcomes.add(Outcome.stored(pending, behind.appended(append)));
            return behind;
        } catch (Refused | AlreadyAnswered | ConcurrencyException refused) {
            connection.rollback(before);
            outcomes.add(Outcome.refused(pending, refused));
        } catch (SQLException e) {
            if (!LostRace.isOne(e, append)) {
                throw e;
            }
            connection.rollback(before);
            outcomes.add(Outcome.refused(pending, lostRace(append, e)));
        }
        return head;
    }

    private Head store(Append append, Head head) throws SQLException {
        try (LogStatements statements = new LogStatements(connection)) {
            long instant = Math.max(Micros.of(clock.instant()), head.recordedAt() + 1);
            Head behind = statements.add(append, head, instant);
            statements.execute();
            return behind;
        }
    }

    private Head lockedHead() throws SQLException {
        try (PreparedStatement head = connection.prepareStatement(dialect.lockHead());
                ResultSet row = head.executeQuery()) {
            row.next();
            return new Head(row.getLong(1), row.getLong(2));
        }
    }

    private void moveTo(Head end) throws SQLException {
        try (PreparedStatement head = connection.prepareStatement(dialect.moveHead())) {
            head.setLong(1, end.position());
            head.setLong(2, end.recordedAt());
            head.execute();
        }
    }

    private void refuseAnswered(Append append) throws SQLException {
        Receipt receipt = append.receipt();
        if (receipt != null && Receipts.find(connection, receipt.actor(), receipt.key()) != null) {
            throw new AlreadyAnswered(receipt);
        }
    }

    private void refuseOvertaken(Append append) throws SQLException {
        Append.Line first = append.lines().getFirst();
        if (first.follows() == null) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement(
                "select event_id from event_log where stream_id = ? and stream_sequence >= ?")) {
            select.setObject(1, append.projectId());
            select.setLong(2, first.sequence() - 1);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next() || !first.follows().equals(row.getObject(1, UUID.class)) || row.next()) {
                    throw lostRace(append, null);
                }
            }
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

    private static ConcurrencyException lostRace(Append append, @Nullable SQLException cause) {
        return new ConcurrencyException("Project " + append.projectId() + " was changed by another command", cause);
    }
}
