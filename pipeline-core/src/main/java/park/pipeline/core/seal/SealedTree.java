package park.pipeline.core.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.log.LogUnavailable;
import park.pipeline.core.log.Micros;

/** Reads what is stored of one tree: its size, its checkpoints, and the proofs that its hashes give. */
public final class SealedTree {
    /** A checkpoint as it is stored; {@code note} is what was signed, {@code recordedAt} when. */
    public record Stored(long size, Hash root, String note, Instant recordedAt) {}

    private final DataSource dataSource;
    private final String tree;

    /** @param tree which one: {@code projects} is the log of events */
    public SealedTree(DataSource dataSource, String tree) {
        this.dataSource = dataSource;
        this.tree = tree;
    }

    String name() {
        return tree;
    }

    /** How many leaves are sealed. */
    public long size() {
        return read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select tree_size from seal_tree where tree = ?")) {
                select.setString(1, tree);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /** The newest checkpoint; null before the first. */
    public @Nullable Stored newest() {
        List<Stored> found = checkpoints("order by tree_size desc limit 1", 0);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Checkpoints of more than so many leaves, the smallest first. */
    public List<Stored> after(long size, int limit) {
        return checkpoints("and tree_size > ? order by tree_size limit " + limit, size);
    }

    /** Checkpoints of fewer than so many leaves, the newest first. */
    public List<Stored> before(long size, int limit) {
        return checkpoints("and tree_size < ? order by tree_size desc limit " + limit, size);
    }

    /** The hash of one leaf, from 0; it must be sealed. */
    public Hash leaf(long index) {
        return read(connection -> nodes(connection).at(0, index));
    }

    /** The hashes of the leaves from {@code from} on, below {@code to}, as they are stored. */
    public List<Hash> leaves(long from, long to) {
        return read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select hash from seal_node where tree = ?"
                    + " and node_level = 0 and node_index >= ? and node_index < ? order by node_index")) {
                select.setString(1, tree);
                select.setLong(2, from);
                select.setLong(3, to);
                List<Hash> leaves = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        leaves.add(Hash.of(row.getBytes(1)));
                    }
                }
                return leaves;
            }
        });
    }

    /** @see MerkleTree#root */
    public Hash root(long size) {
        return read(connection -> new MerkleTree(nodes(connection)).root(size));
    }

    /** @see MerkleTree#inclusion */
    public List<Hash> inclusion(long leaf, long size) {
        return read(connection -> new MerkleTree(nodes(connection)).inclusion(leaf, size));
    }

    /** @see MerkleTree#consistency */
    public List<Hash> consistency(long size1, long size2) {
        return read(connection -> new MerkleTree(nodes(connection)).consistency(size1, size2));
    }

    /** Which subtree: the n-th of its level, from 0. */
    record Place(int level, long index) {}

    /** The stored hashes of all subtrees that end behind leaf {@code from - 1} and at leaf {@code to - 1} or before. */
    Map<Place, Hash> completedBetween(long from, long to) {
        return read(connection -> {
            Map<Place, Hash> found = new HashMap<>();
            try (PreparedStatement select = connection.prepareStatement("select node_index, hash from seal_node"
                    + " where tree = ? and node_level = ? and node_index >= ? and node_index < ?")) {
                for (int level = 0; to >> level > 0; level++) {
                    select.setString(1, tree);
                    select.setInt(2, level);
                    select.setLong(3, from >> level);
                    select.setLong(4, to >> level);
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            found.put(new Place(level, row.getLong(1)), Hash.of(row.getBytes(2)));
                        }
                    }
                }
            }
            return found;
        });
    }

    MerkleTree.Nodes nodes(Connection connection) {
        return (level, index) -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select hash from seal_node where tree = ? and node_level = ? and node_index = ?")) {
                select.setString(1, tree);
                select.setInt(2, level);
                select.setLong(3, index);
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        throw new SealBroken((index << level) + 1, "the tree has lost the hash of its subtree");
                    }
                    return Hash.of(row.getBytes(1));
                }
            } catch (SQLException e) {
                throw new LogUnavailable("Cannot read the seal", e);
            }
        };
    }

    private List<Stored> checkpoints(String rest, long size) {
        return read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select tree_size, root_hash, note, recorded_at from seal_checkpoint where tree = ? " + rest)) {
                select.setString(1, tree);
                if (rest.contains("?")) {
                    select.setLong(2, size);
                }
                List<Stored> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Stored(
                                row.getLong(1),
                                Hash.of(row.getBytes(2)),
                                row.getString(3),
                                Micros.instant(row.getLong(4))));
                    }
                }
                return found;
            }
        });
    }

    private interface Reading<T> {
        T from(Connection connection) throws SQLException;
    }

    private <T> T read(Reading<T> reading) {
        try (Connection connection = dataSource.getConnection()) {
            return reading.from(connection);
        } catch (SQLException e) {
            throw new LogUnavailable("Cannot read the seal", e);
        }
    }
}
