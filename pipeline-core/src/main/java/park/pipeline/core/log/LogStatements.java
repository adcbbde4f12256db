package park.pipeline.core.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import park.pipeline.core.person.PersonKeys;
import park.pipeline.core.project.Claim;

/** The statements of one group, filled append by append and sent as one batch a table and verb. */
final class LogStatements implements AutoCloseable {
    private static final String RELEASE = "delete from claim where kind = ? and claim_key = ? and project_id = ?";
    private static final String TAKE = "insert into claim (kind, claim_key, project_id, content) values (?, ?, ?, ?)";
    private static final String INSERT = """
            insert into event_log (log_position, event_id, stream_id, event_type, revision, recorded_at, occurred_on, actor, data,
              stream_sequence) values (?, ?, ?, ?, ?, ?, ?, ?, ?, %s)
            """;

    /** The sequence of an event of this stream, sequence and predecessor; null, which no event has, where that one is not there. */
    static final String NEXT = "(select stream_sequence + 1 from event_log"
            + " where stream_id = %s and stream_sequence = %s - 1 and event_id = %s)";

    private static final String ADD = INSERT.formatted("?");
    private static final String ADD_NEXT = INSERT.formatted(NEXT.formatted("?", "?", "?"));

    /** What is given back can be taken. */
    private static final List<String> ORDER = List.of(RELEASE, TAKE, ADD_NEXT, ADD, Receipts.INSERT);

    private final Connection connection;
    /** In that order; most commands need two of them. */
    private final Map<String, PreparedStatement> statements = new TreeMap<>(Comparator.comparing(ORDER::indexOf));

    LogStatements(Connection connection) {
        this.connection = connection;
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            statements.put(sql, known);
        }
        return known;
    }

    /**
     * Adds a command behind the end of the log.
     *
     * @param instant at which it is recorded, in microseconds
     * @return the end of the log behind it
     */
    Head add(Append append, Head head, long instant) throws SQLException {
        release(append);
        take(append);
        long position = head.position();
        for (Append.Line line : append.lines()) {
            addLine(append, line, ++position, instant);
        }
        Head behind = head.behind(append, instant);
        addReceipt(append, behind.appended(append));
        if (append.key() != null) {
            PersonKeys.apply(append.key(), connection, instant);
        }
        return behind;
    }

    /** Gives back what a command gives back. */
    void release(Append append) throws SQLException {
        for (Claim claim : append.claims().released()) {
            PreparedStatement release = statement(RELEASE);
            release.setString(1, claim.kind().name());
            release.setString(2, claim.key());
            release.setObject(3, append.projectId());
            release.addBatch();
        }
    }

    private void take(Append append) throws SQLException {
        for (Claim claim : append.claims().taken()) {
            PreparedStatement take = statement(TAKE);
            take.setString(1, claim.kind().name());
            take.setString(2, claim.key());
            take.setObject(3, append.projectId());
            take.setString(4, claim.kind() == Claim.Kind.REFERENCE ? append.content() : null);
            take.addBatch();
        }
    }

    private void addLine(Append append, Append.Line line, long position, long recordedAt) throws SQLException {
        PreparedStatement insert = statement(line.follows() == null ? ADD : ADD_NEXT);
        insert.setLong(1, position);
        insert.setObject(2, line.eventId());
        insert.setObject(3, append.projectId());
        insert.setString(4, line.type());
        insert.setInt(5, line.revision());
        insert.setLong(6, recordedAt);
        if (line.occurredOn() == null) {
            insert.setNull(7, Types.DATE);
        } else {
            insert.setObject(7, line.occurredOn());
        }
        insert.setString(8, append.actor());
        insert.setBytes(9, line.data());
        if (line.follows() == null) {
            insert.setLong(10, line.sequence());
        } else {
            insert.setObject(10, append.projectId());
            insert.setLong(11, line.sequence());
            insert.setObject(12, line.follows());
        }
        insert.addBatch();
    }

    private void addReceipt(Append append, Appended appended) throws SQLException {
        Receipt receipt = append.receipt();
        if (receipt == null) {
            return;
        }
        PreparedStatement insert = statement(Receipts.INSERT);
        Receipts.Place place = new Receipts.Place(append.projectId(), appended);
        Receipts.set(insert, receipt, Micros.of(appended.recordedAt()), place);
        insert.addBatch();
    }

    void execute() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.executeBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
    }
}
