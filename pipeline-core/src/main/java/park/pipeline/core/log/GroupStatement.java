package park.pipeline.core.log;

import static park.pipeline.core.log.ArrayColumns.Type.BIGINT;
import static park.pipeline.core.log.ArrayColumns.Type.BYTES;
import static park.pipeline.core.log.ArrayColumns.Type.INTEGER;
import static park.pipeline.core.log.ArrayColumns.Type.TEXT;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import park.pipeline.core.project.Claim;

/**
 * A whole group as one statement of PostgreSQL: the head is moved, claims are taken, events and receipts are stored behind it,
 * and the other nodes are told, in one way there and back. Everything hangs on the head's row, so that nothing is locked before
 * it. Claims that are given back are few, and a join over all claims would look for them: they are deleted one by one.
 */
final class GroupStatement {
    /**
     * Behind the statement, within the transaction that the driver has begun with it: the end of the transaction goes along. If
     * something fails before it, it is not reached.
     */
    static final String COMMIT = "; commit";

    private static final String SQL = """
            with moved as (%s returning head_position, recorded_at),
            taken as (insert into claim (kind, claim_key, project_id, content) select t.* from moved,
              unnest(?::text[], ?::text[], ?::text[]::uuid[], ?::text[]) t (kind, claim_key, owner, content)),
            stored as (insert into event_log (log_position, event_id, stream_id, stream_sequence, event_type, revision,
                recorded_at, occurred_on, actor, data)
              select head_position - e.behind, e.event_id, e.stream,
                case when e.follows is null then e.sequence else %s end, e.type, e.revision,
                recorded_at - e.earlier, e.occurred_on, e.actor, e.data
              from moved, unnest(?::bigint[], ?::text[]::uuid[], ?::text[]::uuid[], ?::bigint[], ?::text[]::uuid[], ?::text[], ?::int[],
                ?::bigint[], ?::date[], ?::text[], ?::bytea[])
                e (behind, event_id, stream, sequence, follows, type, revision, earlier, occurred_on, actor, data)),
            kept as (insert into receipt (actor, idempotency_key, fingerprint, stored_at, status, location, body,
                project_id, stream_sequence, log_position)
              select r.actor, r.idempotency_key, r.fingerprint, recorded_at - r.earlier, r.status, r.location, r.body, r.project,
                r.version, head_position - r.behind
              from moved, unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::int[], ?::text[], ?::bytea[], ?::text[]::uuid[],
                ?::bigint[], ?::bigint[])
                r (actor, idempotency_key, fingerprint, earlier, status, location, body, project, version, behind))
            select head_position, recorded_at, %s from moved
            """;

    private final Connection connection;
    private final ArrayColumns taken = new ArrayColumns(TEXT, TEXT, TEXT, TEXT);
    private final ArrayColumns events =
            new ArrayColumns(BIGINT, TEXT, TEXT, BIGINT, TEXT, TEXT, INTEGER, BIGINT, TEXT, TEXT, BYTES);
    private final ArrayColumns receipts =
            new ArrayColumns(TEXT, TEXT, TEXT, BIGINT, INTEGER, TEXT, BYTES, TEXT, BIGINT, BIGINT);
    private final long count;
    private final int commands;

    GroupStatement(Connection connection, List<Append> appends) {
        this.connection = connection;
        this.commands = appends.size();
        this.count = appends.stream().mapToLong(a -> a.lines().size()).sum();
        long behind = count;
        int earlier = commands;
        for (Append append : appends) {
            earlier--;
            addClaims(append);
            for (Append.Line line : append.lines()) {
                behind--;
                addLine(append, line, behind, earlier);
            }
            addReceipt(append, behind, earlier);
        }
    }

    private void addClaims(Append append) {
        for (Claim claim : append.claims().taken()) {
            String content = claim.kind() == Claim.Kind.REFERENCE ? append.content() : null;
            taken.add(claim.kind().name(), claim.key(), append.projectId(), content);
        }
    }

    private void addLine(Append append, Append.Line line, long behind, long earlier) {
        events.add(
                behind,
                line.eventId(),
                append.projectId(),
                line.sequence(),
                line.follows(),
                line.type(),
                line.revision(),
                earlier,
                line.occurredOn() == null ? null : line.occurredOn().toString(),
                append.actor(),
                line.data());
    }

    private void addReceipt(Append append, long behind, long earlier) {
        Receipt receipt = append.receipt();
        if (receipt != null) {
            receipts.add(
                    receipt.actor(),
                    receipt.key(),
                    receipt.fingerprint(),
                    earlier,
                    receipt.status(),
                    receipt.location(),
                    receipt.body(),
                    append.projectId(),
                    append.lines().getLast().sequence(),
                    behind);
        }
    }

    /**
     * The statement's text.
     *
     * @param moved moves the head by so many events, from an instant on, by so many commands
     * @param more what else is told to the database
     */
    static String sql(String moved, String more) {
        return SQL.formatted(moved, LogStatements.NEXT.formatted("e.stream", "e.sequence", "e.follows"), more);
    }

    /**
     * Stores it, and gives the end of the log behind it.
     *
     * @param sql as {@link #sql} gives it
     * @param now in microseconds
     */
    Head execute(String sql, long now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, count);
            statement.setLong(2, now);
            statement.setLong(3, commands);
            int place = 4;
            for (ArrayColumns columns : List.of(taken, events, receipts)) {
                place = columns.set(connection, statement, place);
            }
            statement.execute();
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return new Head(row.getLong(1), row.getLong(2));
            }
        }
    }
}
