package park.pipeline.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import park.pipeline.core.access.Access;
import park.pipeline.core.access.Access.Action;
import park.pipeline.core.access.AccessLine;
import park.pipeline.core.access.AccessLines;
import park.pipeline.core.access.AccessLog;
import park.pipeline.core.seal.SealKey;
import park.pipeline.core.seal.SealedTree;
import park.pipeline.core.seal.Sealer;
import park.pipeline.core.seal.Verification;
import tools.jackson.databind.json.JsonMapper;

/** Accesses are put on record in an order without gaps, sealed by a tree of their own, and not flooded by failures. */
class AccessLogContractTest extends LogContract {
    @TempDir
    Path folder;

    @Test
    void a_line_is_canonical_and_says_who_did_what_to_what_from_where() {
        log().record(new Access(Action.EXPORTED, "审计员", "/api/audit/bundle", "10.0.0.1"));
        log().record(new Access(Action.SIGNED_IN, "b", null, null));

        assertThat(texts())
                .containsExactly(
                        "{\"action\":\"EXPORTED\",\"actor\":\"审计员\",\"address\":\"10.0.0.1\",\"position\":1,"
                                + "\"recordedAt\":\"2026-11-24T08:00:00.123456Z\",\"subject\":\"/api/audit/bundle\"}",
                        "{\"action\":\"SIGNED_IN\",\"actor\":\"b\",\"address\":null,\"position\":2,"
                                + "\"recordedAt\":\"2026-11-24T08:00:00.123457Z\",\"subject\":null}");
    }

    @Test
    void positions_have_no_gaps_whoever_writes() throws Exception {
        List<FutureTask<Void>> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String who = "user" + i;
            writers.add(meanwhile(() -> {
                for (int n = 0; n < 25; n++) {
                    log().record(new Access(Action.EXPORTED, who, null, null));
                }
                return null;
            }));
        }
        for (FutureTask<Void> writer : writers) {
            writer.get();
        }
        List<AccessLine> all = lines().after(0, 1_000);
        assertThat(all.stream().map(AccessLine::position))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 100).boxed().toList());
        assertThat(all.stream().map(AccessLine::recordedAt)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void failures_are_kept_once_a_name_and_minute() {
        for (int i = 0; i < 3; i++) {
            fail("a");
            fail("b");
            clock.move(Duration.ofSeconds(15));
        }
        assertThat(lines().after(0, 100)).hasSize(2);
        clock.move(Duration.ofSeconds(15));
        fail("a");
        assertThat(lines().after(0, 100)).hasSize(3);
        log().record(new Access(Action.SIGNED_IN, "a", null, null));
        log().record(new Access(Action.SIGNED_IN, "a", null, null));
        assertThat(lines().after(0, 100)).as("only failures are limited").hasSize(5);
    }

    @Test
    void whoever_tries_many_names_does_not_fill_the_disk() {
        for (int i = 0; i < 200; i++) {
            fail("name" + i);
        }
        assertThat(lines().after(0, 1_000)).hasSize(60);
        clock.move(Duration.ofMinutes(2));
        fail("name999");
        assertThat(lines().after(0, 1_000)).hasSize(61);
    }

    @Test
    void names_from_outside_are_shortened_and_cleaned() {
        fail("x".repeat(5_000));
        fail("a\nb\u0000\u202ec");
        fail("😀".repeat(200));
        fail("\ud800");

        assertThat(actors()).containsExactly("x".repeat(100), "a�b��c", "😀".repeat(50), "�");
    }

    @Test
    void they_are_read_newest_first_by_action_and_actor() {
        log().record(new Access(Action.EXPORTED, "a", null, null));
        log().record(new Access(Action.VERIFIED, "a", null, null));
        log().record(new Access(Action.EXPORTED, "b", null, null));
        log().record(new Access(Action.EXPORTED, "a", null, null));

        assertThat(positions(null, null, 10)).containsExactly(4L, 3L, 2L, 1L);
        assertThat(positions(null, null, 2)).containsExactly(4L, 3L);
        assertThat(positions(Action.EXPORTED, null, 10)).containsExactly(4L, 3L, 1L);
        assertThat(positions(Action.EXPORTED, "a", 10)).containsExactly(4L, 1L);
        assertThat(positions(null, "b", 10)).containsExactly(3L);
    }

    @Test
    void what_cannot_be_committed_is_told() {
        AccessLog failing = new AccessLog(
                transactions(Intercepted.on("commit", database.dataSource(), real -> {
                    throw new SQLException("no room");
                })),
                clock);
        assertThatThrownBy(() -> failing.record(new Access(Action.EXPORTED, "a", null, null)))
                .isInstanceOf(LogUnavailable.class);
        assertThat(lines().after(0, 10)).isEmpty();
    }

    @Test
    void they_are_sealed_by_a_tree_of_their_own_under_an_origin_of_their_own() throws IOException {
        SealKey key = SealKey.in(folder, "park.example/log");
        SealedTree tree = new SealedTree(database.dataSource(), "accesses");
        Sealer.Entries entries = (position, limit) -> lines().after(position, limit).stream()
                .map(line -> new Sealer.Entries.Entry(line.position(), line.bytes()))
                .toList();
        for (int i = 0; i < 5; i++) {
            log().record(new Access(Action.EXPORTED, "a", "file " + i, null));
        }
        new Sealer(transactions(database.dataSource()), tree, entries, key, "park.example/log/accesses", clock)
                .sealNext();

        assertThat(tree.newest().note()).startsWith("park.example/log/accesses\n5\n");
        assertThat(new SealedTree(database.dataSource(), "projects").size()).isZero();
        assertThat(verify(tree, entries, key, "park.example/log/accesses").found())
                .isZero();
        assertThat(verify(tree, entries, key, "park.example/log").found())
                .as("its checkpoints never pass for those of the log of projects")
                .isEqualTo(1);
        database.execute("delete from access_log where log_position = 3");
        assertThat(verify(tree, entries, key, "park.example/log/accesses").findings())
                .singleElement()
                .matches(f -> f.position() == 3);
    }

    private static Verification.Result verify(SealedTree tree, Sealer.Entries entries, SealKey key, String origin) {
        return new Verification(tree, entries, List.of(key.verifier()), origin, List.of(), (done, total) -> {}).run();
    }

    private void fail(String name) {
        log().record(new Access(Action.SIGN_IN_FAILED, name, null, null));
    }

    private List<Long> positions(Action action, String actor, int limit) {
        return lines().before(Long.MAX_VALUE, action, actor, limit).stream()
                .map(AccessLine::position)
                .toList();
    }

    private List<String> texts() {
        return lines().after(0, 100).stream()
                .map(line -> new String(line.bytes(), StandardCharsets.UTF_8))
                .toList();
    }

    private List<String> actors() {
        JsonMapper json = new JsonMapper();
        return texts().stream()
                .map(text -> json.readTree(text).path("actor").asString())
                .toList();
    }

    private AccessLog log() {
        return new AccessLog(transactions(database.dataSource()), clock);
    }

    private AccessLines lines() {
        return new AccessLines(database.dataSource());
    }
}
