package park.pipeline.api.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;

/** The baseline: what a hand-written insert and commit of one event takes, made as safe on disk as the log's. */
final class RawAppend implements AutoCloseable {
    private static final byte[] EVENT = new byte[400];

    private final String url;
    private final boolean flushed;
    private final Connection keptOpen;
    private final AtomicLong position = new AtomicLong();

    /** On an H2 file of its own, whose commit is no flush. */
    RawAppend() throws SQLException {
        this(FileDatabase.newUrl(), false);
    }

    /** @param flushed whether a commit of this database is safe on disk by itself */
    RawAppend(String url, boolean flushed) throws SQLException {
        this.url = url;
        this.flushed = flushed;
        keptOpen = DriverManager.getConnection(url);
        try (Statement statement = keptOpen.createStatement()) {
            statement.execute("drop table if exists raw_event");
            statement.execute("create table raw_event (log_position bigint primary key, data bytea not null)");
        }
    }

    /** One client's connection, with which it appends until it is told to stop. */
    Runnable client() throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
        PreparedStatement insert = connection.prepareStatement("insert into raw_event values (?, ?)");
        PreparedStatement flush = flushed ? null : connection.prepareStatement("checkpoint sync");
        return () -> {
            try {
                insert.setLong(1, position.incrementAndGet());
                insert.setBytes(2, EVENT);
                insert.executeUpdate();
                connection.commit();
                if (flush != null) {
                    flush.execute();
                    connection.commit();
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    @Override
    public void close() throws SQLException {
        keptOpen.close();
    }
}
