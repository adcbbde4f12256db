package park.pipeline.core.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Claim;

/** The statements of one group, filled append by append and sent as one batch a table and verb. */
final class LogStatements implements AutoCloseable {
    private final PreparedStatement release;
    private final PreparedStatement take;
    private final PreparedStatement insert;
    private boolean releases;
    private boolean takes;
    private final Connection connection;
    private @Nullable PreparedStatement receipts;

    LogStatements(Connection connection) throws SQLException {
        this.connection = connection;
        release = connection.prepareStatement("delete from claim where kind = ? and claim_key = ? and project_id = ?");
        take = connection.prepareStatement(
                "insert into claim (kind, claim_key, project_id, content) values (?, ?, ?, ?)");
        insert = connection.prepareStatement("""
                insert into event_log (log_position, event_id, stream_id, stream_sequence, event_type, revision,
                  recorded_at, occurred_on, actor, data) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """);
    }

    void addClaims(Append append) throws SQLException {
        for (Claim claim : append.claims().released()) {
            releases = true;
            release.setString(1, claim.kind().name());
            release.setString(2, claim.key());
            release.setObject(3, append.projectId());
            release.addBatch();
        }
        for (Claim claim : append.claims().taken()) {
            takes = true;
            take.setString(1, claim.kind().name());
            take.setString(2, claim.key());
            take.setObject(3, append.projectId());
            take.setString(4, claim.kind() == Claim.Kind.REFERENCE ? append.content() : null);
            take.addBatch();
        }
    }

    void addLine(Append append, Append.Line line, long position, long recordedAt) throws SQLException {
        insert.setLong(1, position);
        insert.setObject(2, line.eventId());
        insert.setObject(3, append.projectId());
        insert.setLong(4, line.sequence());
        insert.setString(5, line.type());
        insert.setInt(6, line.revision());
        insert.setLong(7, recordedAt);
        if (line.occurredOn() == null) {
            insert.setNull(8, Types.DATE);
        } else {
            insert.setObject(8, line.occurredOn());
        }
        insert.setString(9, append.actor());
        insert.setBytes(10, line.data());
        insert.addBatch();
    }

    void addReceipt(Append append, Appended appended) throws SQLException {
        Receipt receipt = append.receipt();
        if (receipt == null) {
            return;
        }
        PreparedStatement batch = receipts == null ? connection.prepareStatement(Receipts.INSERT) : receipts;
        receipts = batch;
        Receipts.Place place = new Receipts.Place(append.projectId(), appended);
        Receipts.set(batch, receipt, Micros.of(appended.recordedAt()), place);
        batch.addBatch();
    }

    void execute() throws SQLException {
        if (releases) {
            release.executeBatch();
        }
        if (takes) {
            take.executeBatch();
        }
        insert.executeBatch();
        if (receipts != null) {
            receipts.executeBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        try (release;
                take;
                insert) {
            if (receipts != null) {
                receipts.close();
            }
        }
    }
}
