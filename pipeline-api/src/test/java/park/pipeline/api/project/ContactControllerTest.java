package park.pipeline.api.project;

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
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import park.pipeline.api.Leads;
import park.pipeline.api.PipelineTest;
import park.pipeline.core.seal.Checkpoint;
import park.pipeline.core.seal.Hash;
import park.pipeline.core.seal.Proofs;
import park.pipeline.core.seal.VerifierKey;
import tools.jackson.databind.JsonNode;

/** Contact persons: seen by whom they concern, and gone when they are erased. */
@PipelineTest
class ContactControllerTest {
    private static final String ZHANG =
            "{'name':'欧阳测试','phone':'0971-5550123','email':'ouyang@example.com','position':'总经理'}";

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    private Api api;
    private String project;

    @BeforeEach
    void aProject() {
        api = Api.at(port);
        project = new Leads(api).register("2023-01-05", null);
    }

    @Test
    void a_person_is_added_and_seen_by_promoters_and_auditors_only() {
        Answer added = add();
        assertThat(added.json().path("version").asInt()).isEqualTo(2);
        assertThat(added.header("ETag")).isEqualTo("\"2\"");
        assertThat(added.header("Location"))
                .isEqualTo(
                        project + "/contacts/" + added.json().path("contactId").asString());

        for (String who : List.of("promoter", "auditor")) {
            JsonNode item = api.as(who).get(project + "/contacts").json().at("/items/0");
            assertThat(item.path("name").asString()).isEqualTo("欧阳测试");
            assertThat(item.path("phone").asString()).isEqualTo("0971-5550123");
            assertThat(item.path("email").asString()).isEqualTo("ouyang@example.com");
            assertThat(item.path("position").asString()).isEqualTo("总经理");
            assertThat(item.path("erased").asBoolean(true)).isFalse();
            assertThat(item.path("actor").asString()).isEqualTo("promoter");
            assertThat(api.as(who).get(added.header("Location")).json()).isEqualTo(item);
        }
        for (String who : List.of("leader", "admin")) {
            assertThat(api.as(who).get(project + "/contacts").problem()).isEqualTo("403 forbidden");
            assertThat(api.as(who).get(added.header("Location")).problem()).isEqualTo("403 forbidden");
        }
        for (String who : List.of("leader", "admin", "auditor")) {
            assertThat(api.as(who).command(project + "/contacts", ZHANG).problem())
                    .isEqualTo("403 forbidden");
            assertThat(api.as(who).send("DELETE", added.header("Location"), "").problem())
                    .isEqualTo("403 forbidden");
        }
    }

    @Test
    void an_erased_person_is_gone_from_everywhere_and_the_seal_still_holds() {
        Answer added = add();
        long position = added.json().path("position").asLong();
        String person = added.header("Location");

        Answer erased = api.send("DELETE", person, "");

        assertThat(erased.status()).as(erased.toString()).isEqualTo(200);
        assertThat(erased.json().path("version").asInt()).isEqualTo(3);
        JsonNode item = api.get(person).json();
        assertThat(item.path("name").isNull()).isTrue();
        assertThat(item.path("phone").isNull()).isTrue();
        assertThat(item.path("erased").asBoolean()).isTrue();
        assertThat(item.path("erasedAt").asString())
                .isEqualTo(erased.json().path("recordedAt").asString());
        Api after = api.with("Pipeline-Min-Position", erased.header("Pipeline-Position"));
        JsonNode history = after.get(project + "/history").json().path("items");
        assertThat(history.get(1).path("type").asString()).isEqualTo("ContactPersonAdded");
        assertThat(history.get(1).path("data").propertyNames()).containsExactlyInAnyOrder("contactId", "sealed");
        assertThat(history.get(2).path("type").asString()).isEqualTo("ContactPersonErased");
        assertThat(jdbc.queryForObject(
                        "select count(*) from person_key where project_id = ?",
                        Long.class,
                        UUID.fromString(project.substring(project.lastIndexOf('/') + 1))))
                .isZero();
        nowhere("欧阳测试", "0971-5550123", "ouyang@example.com");
        proven(position);
    }

    @Test
    void the_text_stands_nowhere_but_in_the_answer_to_who_may_ask() {
        String key = UUID.randomUUID().toString();
        Answer first = api.with("Idempotency-Key", key).command(project + "/contacts", ZHANG);
        Answer again = api.with("Idempotency-Key", key).command(project + "/contacts", ZHANG);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(api.get(project + "/contacts").json().path("items")).hasSize(1);
        Api after = api.with("Pipeline-Min-Position", first.header("Pipeline-Position"));
        assertThat(after.get("/api/projects?q=%E6%AC%A7%E9%98%B3%E6%B5%8B%E8%AF%95")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(after.get(project).toString() + after.get(project + "/history") + after.get(project + "/replay"))
                .doesNotContain("欧阳测试", "0971-5550123");
        nowhere("欧阳测试", "0971-5550123", "ouyang@example.com");
    }

    @Test
    void a_person_is_erased_once_and_only_where_he_is() {
        String person = add().header("Location");
        String other = new Leads(api).register("2023-01-05", null);
        String id = person.substring(person.lastIndexOf('/') + 1);

        assertThat(api.send("DELETE", other + "/contacts/" + id, "").problem()).isEqualTo("404 not-found");
        assertThat(api.get(person).json().path("erased").asBoolean(true))
                .as("the key of another project's person is left alone")
                .isFalse();
        assertThat(api.with("If-Match", "\"1\"").send("DELETE", person, "").problem())
                .isEqualTo("412 stale-version");
        assertThat(api.send("DELETE", person, "").status()).isEqualTo(200);
        assertThat(api.send("DELETE", person, "").problem()).isEqualTo("409 nothing-changed");
        assertThat(api.send("DELETE", project + "/contacts/" + UUID.randomUUID(), "")
                        .problem())
                .isEqualTo("404 not-found");
        assertThat(api.send("DELETE", project + "/contacts/x", "").problem()).isEqualTo("404 not-found");
        assertThat(api.get("/api/projects/" + UUID.randomUUID() + "/contacts").problem())
                .isEqualTo("404 not-found");
    }

    @Test
    void bad_input_is_refused_without_being_repeated_and_leaves_nothing() {
        assertThat(api.command(project + "/contacts", "{}").problem()).isEqualTo("422 invalid-fields[name:required]");
        Answer tooLong = api.command(
                project + "/contacts",
                "{'name':'%s','phone':'%s','email':'%s','position':'%s'}"
                        .formatted("王".repeat(201), "1".repeat(51), "a".repeat(201), "p".repeat(101)));
        assertThat(tooLong.problem())
                .isEqualTo("422 invalid-fields[name:too-long,phone:too-long,email:too-long,position:too-long]");
        assertThat(tooLong.toString()).doesNotContain("王王", "111");
        assertThat(api.command(project + "/contacts", "{'name':'a','wechat':'b'}")
                        .problem())
                .isEqualTo("400 malformed");
        assertThat(api.command("/api/projects/" + UUID.randomUUID() + "/contacts", ZHANG)
                        .problem())
                .isEqualTo("404 not-found");
        assertThat(api.get(project).json().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void many_persons_come_page_by_page() {
        for (int i = 0; i < 5; i++) {
            add();
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = api.get(project + "/contacts?limit=2" + cursor).json();
            page.path("items").forEach(item -> seen.add(item.path("contactId").asString()));
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asString();
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    private Answer add() {
        Answer added = api.command(project + "/contacts", ZHANG);
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        return added;
    }

    /** Looks at every value of every row of every table. */
    private void nowhere(String... texts) {
        List<String> tables = jdbc.queryForList(
                "select table_name from information_schema.tables where table_schema = 'PUBLIC'", String.class);
        assertThat(tables).contains("EVENT_LOG", "PERSON_KEY", "RECEIPT");
        for (String table : tables) {
            jdbc.query("select * from \"" + table + "\"", row -> {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    Object value = row.getObject(i);
                    String text = value instanceof byte[] bytes
                            ? new String(bytes, StandardCharsets.UTF_8)
                            : String.valueOf(row.getString(i));
                    assertThat(text).as(table).doesNotContain(texts);
                }
            });
        }
    }

    private void proven(long position) {
        Api auditor = api.as("auditor");
        VerifierKey key =
                VerifierKey.parse(auditor.get("/api/audit/key").response().body());
        Checkpoint checkpoint = Awaitility.await()
                .until(
                        () -> Checkpoint.open(
                                auditor.get("/api/audit/checkpoint").response().body(), key),
                        c -> c != null && c.size() > position);
        JsonNode proof = auditor.get(
                        "/api/audit/proof/inclusion?position=%d&treeSize=%d".formatted(position, checkpoint.size()))
                .json();
        String line = auditor.with("Accept", "application/x-ndjson")
                .get("/api/audit/events?after=" + (position - 1))
                .response()
                .body()
                .lines()
                .findFirst()
                .orElseThrow();
        List<Hash> hashes = proof.path("hashes")
                .valueStream()
                .map(h -> Hash.of(Base64.getDecoder().decode(h.asString())))
                .toList();
        assertThat(line).contains("\"type\":\"ContactPersonAdded\"");
        assertThat(Proofs.includes(
                        Hash.leaf(line.getBytes(StandardCharsets.UTF_8)),
                        position - 1,
                        checkpoint.size(),
                        hashes,
                        checkpoint.root()))
                .isTrue();
    }
}
