package park.pipeline.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import park.pipeline.core.seal.Checkpoint;
import park.pipeline.core.seal.Hash;
import park.pipeline.core.seal.Proofs;
import park.pipeline.core.seal.SealBroken;
import park.pipeline.core.seal.SealKey;
import park.pipeline.core.seal.SealedTree;
import park.pipeline.core.seal.Sealer;

/** The tree grows with the log, by whole transactions, and never over a log that is not what was sealed. */
class SealerContractTest extends LogContract {
    @TempDir
    Path folder;

    private SealKey key;
    private SealedTree tree;
    private LogLines lines;
    private Sealer sealer;

    @BeforeEach
    void prepareTheSeal() throws IOException {
        key = SealKey.in(folder, "park.example/log");
        tree = new SealedTree(database.dataSource(), "projects");
        lines = new LogLines(database.dataSource());
        sealer = newSealer();
    }

    @Test
    void an_empty_log_has_a_checkpoint_too_and_one_only() {
        assertThat(sealer.sealNext()).isFalse();
        assertThat(sealer.sealNext()).isFalse();

        assertThat(checkpoints()).containsExactly(new Checkpoint("park.example/log", 0, Hash.empty()));
    }

    @Test
    void every_line_is_a_leaf_and_every_size_has_its_proofs() {
        Checkpoint before = null;
        for (int i = 0; i < 5; i++) {
            store(Appends.of(A, 1 + 3L * i, 3));
            assertThat(sealer.sealNext()).isFalse();
            Checkpoint now = checkpoints().getLast();
            assertThat(now.size()).isEqualTo(reader.head());
            for (LogLine line : lines.after(0, Long.MAX_VALUE, 100)) {
                long leaf = line.position() - 1;
                assertThat(tree.leaf(leaf)).isEqualTo(Hash.leaf(line.bytes()));
                assertThat(Proofs.includes(
                                Hash.leaf(line.bytes()),
                                leaf,
                                now.size(),
                                tree.inclusion(leaf, now.size()),
                                now.root()))
                        .isTrue();
            }
            if (before != null) {
                List<Hash> proof = tree.consistency(before.size(), now.size());
                assertThat(Proofs.consistent(before.size(), now.size(), proof, before.root(), now.root()))
                        .isTrue();
                assertThat(tree.root(before.size())).isEqualTo(before.root());
            }
            before = now;
        }
    }

    @Test
    void much_is_sealed_a_thousand_at_a_time() {
        store(Appends.of(A, 1, 1_001));

        assertThat(sealer.sealNext()).isTrue();
        assertThat(tree.size()).isEqualTo(1_000);
        assertThat(sealer.sealNext()).isFalse();
        assertThat(tree.size()).isEqualTo(1_001);
        assertThat(checkpoints().stream().map(Checkpoint::size)).containsExactly(1_000L, 1_001L);
        assertThat(tree.root(1_001)).isEqualTo(checkpoints().getLast().root());
    }

    @Test
    void what_cannot_be_committed_leaves_the_tree_as_it_was_and_is_sealed_later() {
        store(Appends.of(A, 1, 3));
        sealer.sealNext();
        store(Appends.of(A, 4, 2));
        Sealer failing = new Sealer(
                transactions(Intercepted.on("commit", database.dataSource(), real -> {
                    throw new SQLException("the cable was pulled");
                })),
                tree,
                entries(),
                key,
                "park.example/log",
                clock);

        assertThatThrownBy(failing::sealNext).isInstanceOf(LogUnavailable.class);
        assertThat(tree.size()).isEqualTo(3);
        sealer.sealNext();
        assertThat(tree.size()).isEqualTo(5);
        assertThat(tree.root(5)).isEqualTo(checkpoints().getLast().root());
    }

    @Test
    void two_nodes_that_seal_at_once_take_turns() throws Exception {
        store(Appends.of(A, 1, 7));
        Gate gate = new Gate();
        Sealer slow = new Sealer(
                transactions(Intercepted.on("commit", database.dataSource(), gate)),
                tree,
                entries(),
                key,
                "park.example/log",
                clock);
        FutureTask<Boolean> first = meanwhile(slow::sealNext);
        gate.awaitSomebody();
        FutureTask<Boolean> second = meanwhile(newSealer()::sealNext);
        database.awaitBlocked(second::isDone);
        gate.open();

        assertThat(first.get()).isFalse();
        assertThat(second.get()).as("there may be more than it saw").isTrue();
        assertThat(newSealer().sealNext()).isFalse();
        assertThat(tree.size()).isEqualTo(7);
        assertThat(checkpoints()).hasSize(1);
    }

    @Test
    void one_connection_is_enough() {
        store(Appends.of(A, 1, 7));
        ((JdbcConnectionPool) database.dataSource()).setMaxConnections(1);

        assertThat(sealer.sealNext()).isFalse();
        assertThat(sealer.sealNext()).isFalse();

        assertThat(tree.size()).isEqualTo(7);
    }

    @Test
    void a_log_that_was_cut_off_is_not_sealed_over() {
        store(Appends.of(A, 1, 3));
        sealer.sealNext();
        database.execute("delete from event_log where log_position = 3");

        assertBroken(3, "ends before its seal");
    }

    @Test
    void a_last_line_that_was_rewritten_is_not_sealed_over() {
        store(Appends.of(A, 1, 3));
        sealer.sealNext();
        database.execute("update event_log set actor = 'somebody' where log_position = 3");
        store(Appends.of(A, 4, 1));

        assertBroken(3, "does not hold what was sealed");
        assertThat(tree.size()).isEqualTo(3);
    }

    @Test
    void a_gap_is_not_sealed_over() {
        store(Appends.of(A, 1, 3));
        database.execute("delete from event_log where log_position = 2");

        assertBroken(2, "gap");
        assertThat(tree.size()).isZero();
    }

    private void assertBroken(long position, String why) {
        assertThatThrownBy(sealer::sealNext)
                .isInstanceOfSatisfying(
                        SealBroken.class, e -> assertThat(e.position()).isEqualTo(position))
                .hasMessageContaining(why);
    }

    private List<Checkpoint> checkpoints() {
        return tree.after(-1, 100).stream()
                .map(stored -> Checkpoint.open(stored.note(), key.verifier()))
                .toList();
    }

    private Sealer newSealer() {
        return new Sealer(transactions(database.dataSource()), tree, entries(), key, "park.example/log", clock);
    }

    private Sealer.Entries entries() {
        return (position, limit) -> lines.after(position, Long.MAX_VALUE, limit).stream()
                .map(line -> new Sealer.Entries.Entry(line.position(), line.bytes()))
                .toList();
    }
}
