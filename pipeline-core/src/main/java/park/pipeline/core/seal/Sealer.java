package park.pipeline.core.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import park.pipeline.core.log.LogUnavailable;
import park.pipeline.core.log.Micros;
import park.pipeline.core.log.OwnTransaction;

/**
 * Adds what is new in a log to its tree, some entries at a time, and signs a checkpoint of each new size. Hashes, size and
 * checkpoint are one transaction, in which the tree's row is locked: a crash leaves the tree as it was, and several nodes
 * take turns.
 */
public final class Sealer {
    /** Entries that one checkpoint covers at the most. */
    static final int BATCH = 1_000;

    /** A log that is sealed: positions 1, 2, 3 … without gaps. */
    public interface Entries {
        /** One entry: the exact bytes that are sealed. */
        record Entry(long position, byte[] bytes) {}

        List<Entry> after(long position, int limit);
    }

    private final OwnTransaction transaction;
    private final SealedTree tree;
    private final Entries entries;
    private final SealKey key;
    private final String origin;
    private final Clock clock;

    /** @param origin the first line of the checkpoints: each log has its own, whoever signs */
    public Sealer(
            OwnTransaction transaction, SealedTree tree, Entries entries, SealKey key, String origin, Clock clock) {
        this.transaction = transaction;
        this.tree = tree;
        this.entries = entries;
        this.key = key;
        this.origin = origin;
        this.clock = clock;
    }

    /**
     * Seals the next entries.
     *
     * @return whether there may be more
     * @throws SealBroken if the log is not what was sealed: nothing is sealed over that
     * @throws LogUnavailable if the database failed
     */
    public boolean sealNext() {
        // Read before anything is locked: whoever holds one connection and waits for another one can wait for himself.
        Ahead ahead = ahead();
        try {
            return transaction.of(connection -> seal(connection, ahead));
        } catch (SQLException e) {
            throw new LogUnavailable("Cannot seal the log", e);
        }
    }

    /**
     * What is to be sealed next.
     *
     * @param size of the tree that it comes behind
     * @param found the last sealed entry, read again so that a log that was cut off or rewritten is not sealed over, and
     *     the new ones
     */
    private record Ahead(long size, List<Entries.Entry> found) {}

    private Ahead ahead() {
        long size = tree.size();
        return new Ahead(size, entries.after(Math.max(0, size - 1), BATCH + 1));
    }

    private boolean seal(Connection connection, Ahead ahead) throws SQLException {
        long size = ahead.size();
        if (lockedSize(connection) != size) {
            return true; // another node was faster: look again
        }
        List<Entries.Entry> found = ahead.found();
        if (size > 0) {
            checkLast(connection, size, found);
        }
        List<Entries.Entry> fresh =
                size > 0 ? found.subList(1, found.size()) : found.subList(0, Math.min(BATCH, found.size()));
        if (fresh.isEmpty() && hasCheckpoint(connection)) {
            return false;
        }
        Frontier frontier = Frontier.of(size, tree.nodes(connection));
        add(connection, frontier, fresh);
        store(connection, frontier);
        return fresh.size() == BATCH;
    }

    private void checkLast(Connection connection, long size, List<Entries.Entry> found) {
        if (found.isEmpty() || found.getFirst().position() != size) {
            throw new SealBroken(size, "the log ends before its seal");
        }
        if (!Hash.leaf(found.getFirst().bytes()).equals(tree.nodes(connection).at(0, size - 1))) {
            throw new SealBroken(size, "the log does not hold what was sealed");
        }
    }

    private void add(Connection connection, Frontier frontier, List<Entries.Entry> fresh) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into seal_node (tree, node_level, node_index, hash) values (?, ?, ?, ?)")) {
            for (Entries.Entry entry : fresh) {
                if (entry.position() != frontier.size() + 1) {
                    throw new SealBroken(frontier.size() + 1, "the log has a gap");
                }
                for (Frontier.Node node : frontier.add(Hash.leaf(entry.bytes()))) {
                    insert.setString(1, tree.name());
                    insert.setInt(2, node.level());
                    insert.setLong(3, node.index());
                    insert.setBytes(4, node.hash().bytes());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private void store(Connection connection, Frontier frontier) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update seal_tree set tree_size = ? where tree = ?")) {
            update.setLong(1, frontier.size());
            update.setString(2, tree.name());
            update.executeUpdate();
        }
        Checkpoint checkpoint = new Checkpoint(origin, frontier.size(), frontier.root());
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into seal_checkpoint (tree, tree_size, root_hash, note, recorded_at) values (?, ?, ?, ?, ?)")) {
            insert.setString(1, tree.name());
            insert.setLong(2, checkpoint.size());
            insert.setBytes(3, checkpoint.root().bytes());
            insert.setString(4, key.sign(checkpoint));
            insert.setLong(5, Micros.of(clock.instant()));
            insert.executeUpdate();
        }
    }

    private boolean hasCheckpoint(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select 1 from seal_checkpoint where tree = ? limit 1")) {
            select.setString(1, tree.name());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private long lockedSize(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select tree_size from seal_tree where tree = ? for update")) {
            select.setString(1, tree.name());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
