package park.pipeline.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import park.pipeline.core.seal.Finding;
import park.pipeline.core.seal.Finding.Kind;
import park.pipeline.core.seal.SealKey;
import park.pipeline.core.seal.SealedTree;
import park.pipeline.core.seal.Sealer;
import park.pipeline.core.seal.Verification;
import park.pipeline.core.seal.Verification.Result;
import park.pipeline.core.seal.VerifierKey;

/** Whatever is done to the stored log or its seal is found, and named by its first position. */
class VerificationContractTest extends LogContract {
    private static final String ORIGIN = "park.example/log";
    /** Sealed in steps: checkpoints of 0, 5, 11, 1,011 and 1,100 events. */
    private static final int SIZE = 1_100;

    @TempDir
    Path folder;

    private SealKey key;
    private SealedTree tree;
    private Sealer.Entries entries;

    @BeforeEach
    void sealALog() throws IOException {
        key = SealKey.in(folder.resolve("own"), ORIGIN);
        tree = new SealedTree(database.dataSource(), "projects");
        LogLines lines = new LogLines(database.dataSource());
        entries = (position, limit) -> lines.after(position, Long.MAX_VALUE, limit).stream()
                .map(line -> new Sealer.Entries.Entry(line.position(), line.bytes()))
                .toList();
        seal(key);
        store(Appends.of(A, 1, 5));
        seal(key);
        store(Appends.of(B, 1, 6));
        seal(key);
        store(Appends.of(C, 1, SIZE - 11));
        seal(key);
    }

    @Test
    void a_sound_log_is_proven_and_progress_is_told() {
        List<Long> told = new ArrayList<>();
        Result result = new Verification(
                        tree, entries, List.of(key.verifier()), ORIGIN, List.of(), (done, total) -> told.add(done))
                .run();

        assertThat(result.found()).isZero();
        assertThat(result.leaves()).isEqualTo(SIZE);
        assertThat(result.treeSize()).isEqualTo(SIZE);
        assertThat(result.root()).isEqualTo(tree.newest().root());
        // The last step is sealed a thousand at a time.
        assertThat(result.checkpoints()).isEqualTo(5);
        assertThat(told).containsExactly(1_000L, (long) SIZE);
    }

    @Test
    void events_that_are_not_sealed_yet_are_no_matter() {
        store(Appends.of(A, 6, 3));

        Result result = verify();

        assertThat(result.found()).isZero();
        assertThat(result.treeSize()).isEqualTo(SIZE);
    }

    @Test
    void one_byte_of_an_event_flipped() {
        database.execute("update event_log set data = "
                + (kind == Database.POSTGRESQL
                        ? "set_byte(data, 20, get_byte(data, 20) # 1)"
                        : "cast(replace(utf8tostring(data), '来访', '来方') as varbinary)")
                + " where log_position = 7");

        assertThat(found()).containsExactly("EVENT_ALTERED 7");
        assertThat(verify().root()).isNotEqualTo(tree.newest().root());
    }

    @Test
    void any_other_column_changed() {
        for (String change : List.of(
                "actor = 'x'",
                "recorded_at = recorded_at + 1",
                "occurred_on = date '2020-01-01'",
                "revision = 2",
                "event_type = 'IntentSigned'",
                "event_id = '00000000-0000-0000-0000-000000000000'")) {
            String column = change.substring(0, change.indexOf(' '));
            database.execute("create table before_it as select * from event_log where log_position = 12");
            database.execute("update event_log set " + change + " where log_position = 12");
            assertThat(found()).as(change).containsExactly("EVENT_ALTERED 12");
            database.execute("update event_log set " + column + " = (select " + column + " from before_it)"
                    + " where log_position = 12");
            database.execute("drop table before_it");
        }
        assertThat(found()).isEmpty();
    }

    @Test
    void an_event_deleted() {
        database.execute("delete from event_log where log_position = 9");

        assertThat(found()).containsExactly("EVENT_MISSING 9");
        assertThat(verify().root()).isNull();
    }

    @Test
    void two_events_swapped() {
        swap(3, 8);

        assertThat(found()).containsExactly("EVENT_ALTERED 3", "EVENT_ALTERED 8");
    }

    @Test
    void the_tail_cut_off_behind_a_checkpoint() {
        database.execute("delete from event_log where log_position > 1040");

        assertThat(found()).containsExactly("LOG_CUT_OFF 1041");
    }

    @Test
    void the_tail_cut_off_and_the_tree_with_it() {
        database.execute("delete from event_log where log_position > 11");
        database.execute("delete from seal_node where (node_index + 1) * power(2, node_level) > 11");
        database.execute("update seal_tree set tree_size = 11");

        assertThat(found()).containsExactly("TREE_CUT_BACK 12 (1011)", "TREE_CUT_BACK 12 (1100)");
    }

    @Test
    void the_tail_cut_off_and_its_checkpoints_too_is_shown_by_one_that_was_kept() {
        String kept = tree.newest().note();
        database.execute("delete from event_log where log_position > 11");
        database.execute("delete from seal_node where (node_index + 1) * power(2, node_level) > 11");
        database.execute("update seal_tree set tree_size = 11");
        database.execute("delete from seal_checkpoint where tree_size > 11");

        assertThat(found()).as("nothing here tells of what was there").isEmpty();
        assertThat(found(kept)).containsExactly("TREE_CUT_BACK 12 (1100)");
    }

    @Test
    void the_history_rewritten_with_all_hashes_by_somebody_without_the_key_is_shown_by_the_checkpoints()
            throws IOException {
        rewrite(7, SealKey.in(folder.resolve("other"), ORIGIN));

        // The newest is signed by the forger; those of before the rewritten event still fit.
        assertThat(found()).containsExactly("CHECKPOINT_FORGED null (1005)", "CHECKPOINT_FORGED null (1100)");
    }

    @Test
    void the_history_rewritten_with_all_hashes_under_the_old_checkpoints() {
        List<SealedTree.Stored> before = tree.after(-1, 10);
        rewrite(7, key);
        database.execute("delete from seal_checkpoint");
        before.forEach(c -> database.execute(
                "insert into seal_checkpoint (tree, tree_size, root_hash, note, recorded_at)" + " values ('projects', "
                        + c.size() + ", " + bytes(c.root().bytes()) + ", '" + c.note() + "', 0)"));

        assertThat(found()).containsExactly("CHECKPOINT_DIFFERS 6 (11)");
    }

    @Test
    void the_history_rewritten_and_signed_with_the_stolen_key_is_shown_by_a_checkpoint_that_was_kept() {
        String ofFive = tree.after(4, 1).getFirst().note();
        String ofEleven = tree.after(5, 1).getFirst().note();
        String newest = tree.newest().note();
        rewrite(7, key);

        assertThat(found()).as("nothing here tells of what was there").isEmpty();
        assertThat(found(ofFive)).as("before what was rewritten").isEmpty();
        assertThat(found(ofFive, newest, ofEleven)).containsExactly("CHECKPOINT_DIFFERS 6 (11)");
        assertThat(found(newest)).containsExactly("CHECKPOINT_DIFFERS 1006 (1100)");
    }

    @Test
    void a_hash_of_the_tree_changed() {
        database.execute(
                "update seal_node set hash = " + bytes(new byte[32]) + " where node_level = 2 and node_index = 1");
        database.execute("delete from seal_node where node_level = 0 and node_index = 999");

        assertThat(found()).contains("HASH_ALTERED 5", "HASH_ALTERED 1000");
    }

    @Test
    void a_checkpoint_that_says_other_than_its_row_or_comes_from_another_log() throws IOException {
        database.execute("update seal_checkpoint set root_hash = " + bytes(new byte[32]) + " where tree_size = 5");
        String foreign = "another.example/log\n11\n" + tree.root(11).base64() + "\n";

        assertThat(found("no note at all", foreign))
                .containsExactly(
                        "CHECKPOINT_FORGED null (0)", "CHECKPOINT_FORGED null (0)", "CHECKPOINT_FORGED null (5)");
    }

    @Test
    void checkpoints_signed_before_the_key_was_replaced_need_the_old_one() throws IOException {
        SealKey next = SealKey.in(folder.resolve("next"), ORIGIN);
        store(Appends.of(A, 6, 1));
        seal(next);

        List<VerifierKey> both = List.of(next.verifier(), key.verifier());
        assertThat(verification(both, List.of()).run().found()).isZero();
        assertThat(verification(List.of(next.verifier()), List.of()).run().found())
                .isEqualTo(5);
    }

    @Test
    void thousands_of_findings_are_counted_and_the_first_thousand_named() {
        database.execute("update event_log set actor = 'x'");

        Result result = verify();

        assertThat(result.found()).isEqualTo(SIZE);
        assertThat(result.findings()).hasSize(Verification.NAMED);
        assertThat(result.findings().getFirst().position()).isEqualTo(1);
    }

    /** Whoever can write to the database and knows how it is done. */
    private void rewrite(long position, SealKey signer) {
        database.execute("update event_log set actor = 'x' where log_position = " + position);
        database.execute("delete from seal_node where (node_index + 1) * power(2, node_level) > 5");
        database.execute("delete from seal_checkpoint where tree_size > 5");
        database.execute("update seal_tree set tree_size = 5");
        seal(signer);
    }

    private void swap(long one, long other) {
        database.execute("update event_log set log_position = -1 where log_position = " + one);
        database.execute("update event_log set log_position = " + one + " where log_position = " + other);
        database.execute("update event_log set log_position = " + other + " where log_position = -1");
    }

    private String bytes(byte[] bytes) {
        String hex = HexFormat.of().formatHex(bytes);
        return kind == Database.POSTGRESQL ? "'\\x" + hex + "'" : "X'" + hex + "'";
    }

    private void seal(SealKey with) {
        Sealer sealer = new Sealer(transactions(database.dataSource()), tree, entries, with, ORIGIN, clock);
        boolean more = true;
        while (more) {
            more = sealer.sealNext();
        }
    }

    private List<String> found(String... kept) {
        return verification(List.of(key.verifier()), List.of(kept)).run().findings().stream()
                .map(VerificationContractTest::text)
                .toList();
    }

    private static String text(Finding finding) {
        boolean ofCheckpoint = finding.treeSize() != null;
        assertThat(ofCheckpoint).isEqualTo(finding.kind().name().matches("CHECKPOINT.*|TREE.*"));
        assertThat(finding.position() == null).isEqualTo(finding.kind() == Kind.CHECKPOINT_FORGED);
        return finding.kind() + " " + finding.position() + (ofCheckpoint ? " (" + finding.treeSize() + ")" : "");
    }

    private Result verify() {
        return verification(List.of(key.verifier()), List.of()).run();
    }

    private Verification verification(List<VerifierKey> keys, List<String> kept) {
        return new Verification(tree, entries, keys, ORIGIN, kept, (done, total) -> {});
    }
}
