package park.pipeline.api.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import park.pipeline.api.PipelineTest;

/** A request sent again under its key gets its first answer, and nothing happens twice. */
@PipelineTest
class IdempotencyKeyTest {
    private static final int PARALLEL = 50;

    @LocalServerPort
    private int port;

    private Api api;
    private String key;

    @BeforeEach
    void connect() {
        api = Api.at(port);
        key = "key-" + UUID.randomUUID();
    }

    @Test
    void a_registration_sent_again_gets_its_first_answer_and_leaves_one_project() {
        String lead = lead("'note':'n'");
        Answer first = keyed().command("/api/projects", lead);
        Answer again = keyed().command("/api/projects", lead);

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertSame(first, again);
        assertThat(again.header("Location")).startsWith("/api/projects/");
        assertThat(events(first)).isEqualTo(1);
    }

    @Test
    void json_is_compared_as_a_value() {
        String project = api.command("/api/projects", lead("'team':'一'")).header("Location");
        Answer first = keyed().post(project + "/sign-intent", "{\"occurredOn\":\"2023-02-01\",\"investmentCny\":100}");
        Answer again = keyed().post(project + "/sign-intent", """
                { "investmentCny" : 100,
                  "occurredOn":"2023\\u002d02-01" }""");

        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        assertSame(first, again);
        assertThat(events(first)).isEqualTo(2);
    }

    @Test
    void the_first_answer_comes_before_the_version_is_looked_at_and_tells_the_state_after_it() {
        String project = api.command("/api/projects", lead("'team':'一'")).header("Location");
        String body = "{'occurredOn':'2023-02-01'}";
        Api withVersion = api.with("Idempotency-Key", key, "If-Match", "\"1\"");
        Answer first = withVersion.command(project + "/open-negotiation", body);
        api.command(project + "/withdraw", "{'occurredOn':'2023-03-01','reasonCode':'LAND'}");

        Answer again = withVersion.command(project + "/open-negotiation", body);

        assertThat(first.status()).isEqualTo(200);
        assertSame(first, again);
        assertThat(again.json().path("stage").asString()).isEqualTo("NEGOTIATION");
        assertThat(again.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void another_body_another_address_or_another_question_under_the_same_key_is_refused() {
        String lead = lead("'team':'一'");
        String project = keyed().command("/api/projects", lead).header("Location");

        assertThat(keyed().command("/api/projects", lead("'team':'一'")).problem())
                .isEqualTo("422 idempotency-key-reused");
        assertThat(keyed().command(project + "/open-negotiation", lead).problem())
                .isEqualTo("422 idempotency-key-reused");
        assertThat(keyed().command("/api/projects?x=1", lead).problem()).isEqualTo("422 idempotency-key-reused");
        assertThat(keyed().command("/api/projects", lead).status()).isEqualTo(201);
    }

    @Test
    void a_refusal_is_kept_even_if_it_would_pass_by_now() {
        String project = api.command("/api/projects", lead("'team':'一'")).header("Location");
        String reopen = "{'occurredOn':'2023-03-02'}";
        Answer refused = keyed().command(project + "/reopen", reopen);
        api.command(project + "/withdraw", "{'occurredOn':'2023-03-01','reasonCode':'LAND'}");

        Answer again = keyed().command(project + "/reopen", reopen);

        assertThat(refused.problem()).isEqualTo("409 wrong-stage");
        assertSame(refused, again);
        assertThat(again.header("Content-Type")).startsWith("application/problem+json");
        assertThat(api.command(project + "/reopen", reopen).status()).isEqualTo(200);
    }

    @Test
    void a_stale_version_and_invalid_fields_are_kept_and_a_malformed_or_unknown_one_is_not() {
        String project = api.command("/api/projects", lead("'team':'一'")).header("Location");
        String body = "{'occurredOn':'2023-02-01'}";
        Answer stale = api.with("Idempotency-Key", key, "If-Match", "\"9\"").command(project + "/reopen", body);
        assertThat(stale.status()).isEqualTo(412);
        assertSame(stale, keyed().command(project + "/reopen", body));

        key = "k2" + key;
        Answer invalid = keyed().command(project + "/reopen", "{}");
        assertThat(invalid.problem()).isEqualTo("422 invalid-fields[occurredOn:required]");
        assertSame(invalid, keyed().command(project + "/reopen", "{ }"));

        key = "k3" + key;
        assertThat(keyed().command(project + "/open-negotiation", "{'occurredOn':'2023-02-30'}")
                        .status())
                .isEqualTo(400);
        assertThat(keyed().command("/api/projects/" + UUID.randomUUID() + "/open-negotiation", body)
                        .status())
                .isEqualTo(404);
        assertThat(keyed().command(project + "/open-negotiation", body).status())
                .isEqualTo(200);
    }

    @Test
    void a_key_is_the_same_quoted_or_bare_and_is_one_users_own() {
        byte[] file = "编号,项目名称,企业名称,产业,线索日期\nIK-%s,p,e,LITHIUM,2023-01-01\n"
                .formatted(UUID.randomUUID())
                .getBytes(StandardCharsets.UTF_8);
        Answer first = keyed().upload("/api/imports?dryRun=true", file);
        Answer quoted = api.with("Idempotency-Key", '"' + key + '"').upload("/api/imports?dryRun=true", file);
        Answer others = keyed().as("admin").upload("/api/imports?dryRun=true", file);

        assertThat(first.status()).as(first.toString()).isEqualTo(202);
        assertSame(first, quoted);
        assertThat(others.status()).isEqualTo(202);
        assertThat(others.header("Location")).isNotEqualTo(first.header("Location"));
        assertThat(keyed().upload("/api/imports?dryRun=true", "编号\n".getBytes(StandardCharsets.UTF_8))
                        .problem())
                .isEqualTo("422 idempotency-key-reused");
        assertThat(keyed().upload("/api/imports", file).problem()).isEqualTo("422 idempotency-key-reused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"\"", "\"a", "a\"", "\"a\\b\"", "\"a\";x=1", ""})
    void what_is_no_key_is_malformed(String none) {
        String lead = lead("'team':'一'");

        assertThat(api.with("Idempotency-Key", none)
                        .command("/api/projects", lead)
                        .problem())
                .isEqualTo("400 malformed");
        assertThat(api.command("/api/projects", lead).status()).isEqualTo(201);
    }

    @Test
    void a_key_has_at_most_255_characters_and_comes_once() {
        String lead = lead("'team':'一'");
        String longest = key + "k".repeat(255 - key.length());

        assertThat(api.with("Idempotency-Key", longest + "k")
                        .command("/api/projects", lead)
                        .problem())
                .isEqualTo("400 malformed");
        assertThat(api.with("Idempotency-Key", "a", "Idempotency-Key", "b")
                        .command("/api/projects", lead)
                        .problem())
                .isEqualTo("400 malformed");
        assertThat(api.with("Idempotency-Key", longest)
                        .command("/api/projects", lead)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void of_fifty_requests_at_once_with_one_key_one_has_the_effect() throws Exception {
        String lead = lead("'team':'一'");
        List<Answer> answers = atOnce(() -> keyed().command("/api/projects", lead));

        Set<String> results = new HashSet<>();
        for (Answer answer : answers) {
            if (answer.status() == 201) {
                results.add(answer.response().body());
            } else {
                assertThat(answer.problem()).isEqualTo("409 request-in-progress");
            }
        }
        assertThat(results).hasSize(1);
        Answer later = keyed().command("/api/projects", lead);
        assertThat(results).containsExactly(later.response().body());
        assertThat(events(later)).isEqualTo(1);
    }

    @Test
    void of_fifty_registrations_at_once_with_one_reference_one_project_is_left() throws Exception {
        String reference = UUID.randomUUID().toString();
        List<Answer> answers =
                atOnce(() -> api.command("/api/projects", lead("'reference':'%s'".formatted(reference))));

        List<Answer> taken = answers.stream().filter(a -> a.status() == 201).toList();
        assertThat(taken).hasSize(1);
        String id = taken.getFirst().json().path("projectId").asString();
        for (Answer answer : answers) {
            if (answer != taken.getFirst()) {
                assertThat(answer.problem()).isEqualTo("409 duplicate-reference");
                assertThat(answer.json().path("existingProjectId").asString()).isEqualTo(id);
            }
        }
        Answer found = api.with("Pipeline-Min-Position", taken.getFirst().header("Pipeline-Position"))
                .get("/api/projects?q=" + reference);
        assertThat(found.json().path("items").size()).isEqualTo(1);
    }

    private Api keyed() {
        return api.with("Idempotency-Key", key);
    }

    private static List<Answer> atOnce(Callable<Answer> request) throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(PARALLEL)) {
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : clients.invokeAll(Collections.nCopies(PARALLEL, request))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static String lead(String more) {
        return "{'name':'%s','enterprise':{'name':'企业'},'industry':'LITHIUM','occurredOn':'2023-01-05',%s}"
                .formatted(UUID.randomUUID(), more);
    }

    private int events(Answer command) {
        String project = "/api/projects/" + command.json().path("projectId").asString();
        return api.with("Pipeline-Min-Position", command.header("Pipeline-Position"))
                .get(project + "/history")
                .json()
                .path("items")
                .size();
    }

    private static void assertSame(Answer first, Answer again) {
        assertThat(again.toString()).isEqualTo(first.toString());
        for (String header : List.of("ETag", "Location", "Pipeline-Position")) {
            assertThat(again.header(header)).as(header).isEqualTo(first.header(header));
        }
    }
}
