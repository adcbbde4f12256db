package park.pipeline.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import park.pipeline.api.PipelineTest;
import park.pipeline.core.seal.Checkpoint;
import park.pipeline.core.seal.Hash;
import park.pipeline.core.seal.Proofs;
import park.pipeline.core.seal.VerifierKey;
import tools.jackson.databind.JsonNode;

/** What an auditor does who trusts nothing but the verifier key that he was given. */
@PipelineTest
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class SealTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    private Api api;
    private Api auditor;
    private VerifierKey key;

    @BeforeEach
    void connect() {
        api = Api.at(port);
        auditor = api.as("auditor");
        key = VerifierKey.parse(text("/api/audit/key"));
    }

    @Test
    void every_line_of_the_log_is_proven_to_be_in_the_tree_that_was_signed() {
        List<Checkpoint> seen = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            register(i + 1);
            seen.add(whenSealed((i + 1) * (i + 2) / 2));
        }
        List<String> lines = auditor.with("Accept", "application/x-ndjson")
                .get("/api/audit/events")
                .response()
                .body()
                .lines()
                .toList();
        for (Checkpoint checkpoint : seen) {
            for (int leaf = 0; leaf < checkpoint.size(); leaf++) {
                JsonNode proof = json(
                        "/api/audit/proof/inclusion?position=%d&treeSize=%d".formatted(leaf + 1, checkpoint.size()));
                Hash hash = Hash.leaf(lines.get(leaf).getBytes(StandardCharsets.UTF_8));
                assertThat(proof.path("leafHash").asString()).isEqualTo(hash.base64());
                assertThat(proof.path("leafIndex").asInt()).isEqualTo(leaf);
                assertThat(Proofs.includes(hash, leaf, checkpoint.size(), hashes(proof), checkpoint.root()))
                        .isTrue();
            }
        }
        Checkpoint first = seen.getFirst();
        Checkpoint last = seen.getLast();
        JsonNode proof = json("/api/audit/proof/consistency?from=%d&to=%d".formatted(first.size(), last.size()));
        assertThat(Proofs.consistent(first.size(), last.size(), hashes(proof), first.root(), last.root()))
                .isTrue();
    }

    @Test
    void checkpoints_are_listed_page_by_page_and_each_is_signed() {
        whenSealed(0);
        register(1);
        Checkpoint newest = whenSealed(1);
        JsonNode first = json("/api/audit/checkpoints?limit=1");
        JsonNode second = json("/api/audit/checkpoints?limit=1&cursor="
                + first.path("nextCursor").asString());

        assertThat(first.at("/items/0/treeSize").asInt()).isZero();
        assertThat(second.at("/items/0/rootHash").asString())
                .isEqualTo(newest.root().base64());
        assertThat(Checkpoint.open(second.at("/items/0/checkpoint").asString(), key))
                .isEqualTo(newest);
        assertThat(second.path("nextCursor").isNull()).isTrue();
    }

    @Test
    void what_is_not_in_the_tree_has_no_proof() {
        register(1);
        whenSealed(1);

        for (String none : List.of("position=2", "position=0", "position=1&treeSize=2", "position=1&treeSize=0")) {
            assertThat(auditor.get("/api/audit/proof/inclusion?" + none).problem())
                    .as(none)
                    .isEqualTo("404 not-found");
        }
        assertThat(auditor.get("/api/audit/proof/inclusion").problem())
                .isEqualTo("422 invalid-fields[position:required]");
        assertThat(auditor.get("/api/audit/proof/consistency?from=0&to=2").problem())
                .isEqualTo("404 not-found");
        assertThat(auditor.get("/api/audit/proof/consistency?from=2&to=1").problem())
                .isEqualTo("422 invalid-fields[from:out-of-range]");
        assertThat(auditor.get("/api/audit/proof/consistency?from=x&to=1").problem())
                .isEqualTo("400 malformed");
    }

    @Test
    void a_log_that_was_rewritten_is_not_sealed_over_and_health_says_where_until_it_is_mended() {
        register(1);
        whenSealed(1);
        jdbc.update("update event_log set actor = 'somebody else' where log_position = 1");
        Awaitility.await().until(() -> seal().path("status").asString(), "DOWN"::equals);
        assertThat(seal().at("/details/cause").asString()).contains("position 1");
        register(2);
        assertThat(Checkpoint.open(text("/api/audit/checkpoint"), key).size()).isEqualTo(1);

        jdbc.update("update event_log set actor = 'promoter' where log_position = 1");

        whenSealed(3);
        assertThat(seal().path("status").asString()).isEqualTo("UP");
    }

    private void register(int times) {
        for (int i = 0; i < times; i++) {
            Answer answer = api.command(
                    "/api/projects",
                    "{'name':'%s','enterprise':{'name':'企业'},'industry':'LITHIUM','occurredOn':'2023-01-05'}"
                            .formatted(UUID.randomUUID()));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        }
    }

    private Checkpoint whenSealed(long size) {
        return Awaitility.await().until(() -> newest(size), c -> c != null && c.size() == size);
    }

    private Checkpoint newest(long atLeast) {
        Answer answer = auditor.get("/api/audit/checkpoint");
        return answer.status() == 404 && atLeast >= 0
                ? null
                : Checkpoint.open(answer.response().body(), key);
    }

    private JsonNode seal() {
        return api.as("").get("/actuator/health").json().at("/components/seal");
    }

    private String text(String path) {
        Answer answer = auditor.get(path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        return answer.response().body();
    }

    private JsonNode json(String path) {
        Answer answer = auditor.get(path);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private static List<Hash> hashes(JsonNode proof) {
        return proof.path("hashes")
                .valueStream()
                .map(h -> Hash.of(Base64.getDecoder().decode(h.asString())))
                .toList();
    }
}
