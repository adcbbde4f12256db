package park.pipeline.api.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import park.pipeline.api.PipelineTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the service really answers is what its description promises: every route, taken and refused. */
@PipelineTest
class DescribedAnswersTest {
    private static final String PROJECTS = "/api/projects";
    private static final List<String> LIFE = List.of(
            "open-negotiation",
            "assign",
            "log-contact",
            "sign-intent",
            "sign-contract",
            "amend",
            "begin-permitting",
            "grant-permit",
            "waive-permit",
            "start-construction",
            "report-progress",
            "revise-investment");

    @LocalServerPort
    int port;

    private final Set<String> seen = new TreeSet<>();
    private Api api;
    private DescribedAnswers described;

    @BeforeEach
    void read() {
        api = Api.at(port);
        described = new DescribedAnswers(api);
    }

    @Test
    void every_example_is_taken_and_answered_as_described() {
        ObjectNode lead = (ObjectNode) example("POST " + PROJECTS);
        lead.put("name", UUID.randomUUID().toString());
        lead.put("reference", UUID.randomUUID().toString());
        lead.putObject("enterprise").put("name", UUID.randomUUID().toString());
        Answer registered = send("POST " + PROJECTS, PROJECTS, lead, 201);
        String project = registered.header("Location");
        for (String command : LIFE) {
            example(project, command, 200);
        }
        example(project, "withdraw", 200);
        example(project, "reopen", 200);
        example(project, "retract", 200);
        example(project, "retract", 200);
        example(project, "commence-production", 200);
        example(project, "reach-full-capacity", 200);
        example(project, "correct-date", 200);

        String user = UUID.randomUUID().toString();
        ObjectNode newUser = (ObjectNode) example("POST /api/admin/users");
        newUser.put("name", user);
        Api admin = api.as("admin");
        check("POST /api/admin/users", admin.post("/api/admin/users", newUser.toString()), 201);
        check("GET /api/admin/users/{name}", admin.get("/api/admin/users/" + user), 200);
        check(
                "PATCH /api/admin/users/{name}",
                admin.patch(
                        "/api/admin/users/" + user,
                        example("PATCH /api/admin/users/{name}").toString()),
                200);

        byte[] file = "编号,项目名称,企业名称,产业,线索日期\n%s,p,e,LITHIUM,\n".formatted(user).getBytes(StandardCharsets.UTF_8);
        Answer started = check("POST /api/imports", api.upload("/api/imports?dryRun=true", file), 202);
        check("GET /api/imports/{id}", api.get(started.header("Location")), 200);

        Api after = api.with("Pipeline-Min-Position", registered.header("Pipeline-Position"));
        check("GET /api/projects/{id}", after.get(project), 200);
        check("GET /api/projects/{id}", after.get(project + "?asOf=2023-05-01"), 200);
        check("GET /api/projects/{id}/history", after.get(project + "/history"), 200);
        check("GET /api/projects/{id}/replay", after.get(project + "/replay"), 200);
        String contacts = "POST /api/projects/{id}/contacts";
        Answer person = check(
                contacts, api.post(project + "/contacts", example(contacts).toString()), 201);
        check("GET /api/projects/{id}/contacts", api.get(project + "/contacts"), 200);
        check("GET /api/projects/{id}/contacts/{contactId}", api.get(person.header("Location")), 200);
        String erase = "DELETE /api/projects/{id}/contacts/{contactId}";
        check(erase, api.send("DELETE", person.header("Location"), ""), 200);
        check(erase, api.send("DELETE", person.header("Location"), ""), 409);
        check("GET /api/projects/{id}/contacts", api.get(project + "/contacts"), 200);
        String targets = "PUT /api/admin/targets/{year}";
        check(
                targets,
                api.as("admin")
                        .send("PUT", "/api/admin/targets/2031", example(targets).toString()),
                200);
        check("GET /api/targets/{year}", api.get("/api/targets/2031?asOf=2031-06-30"), 200);
        check("GET /api/targets/{year}", api.get("/api/targets/31"), 404);
        DescribedAnswers.awaitSeal(api);
        String limits = "PUT /api/admin/limits";
        check(
                limits,
                api.as("admin").send("PUT", "/api/admin/limits", example(limits).toString()),
                200);
        check(limits, api.as("admin").send("PUT", "/api/admin/limits", "{\"stages\":[]}"), 200);
        check("GET /api/limits", api.get("/api/limits"), 200);
        String resume = "POST /api/admin/views/{name}/resume";
        check(resume, api.as("admin").post("/api/admin/views/stage/resume", ""), 200);
        check(resume, api.as("admin").post("/api/admin/views/none/resume", ""), 404);

        String rebuilds = "POST /api/admin/views/{name}/rebuild";
        Answer rebuild = check(rebuilds, api.as("admin").post("/api/admin/views/stage/rebuild", ""), 202);
        check(rebuilds, api.as("admin").post("/api/admin/views/none/rebuild", ""), 404);
        check("GET /api/admin/rebuilds/{id}", api.as("admin").get(rebuild.header("Location")), 200);
        String verifications = "POST /api/audit/verifications";
        Answer verification = Awaitility.await()
                .until(
                        () -> api.as("auditor")
                                .post(
                                        "/api/audit/verifications",
                                        example(verifications).toString()),
                        answer -> answer.status() != 409);
        check(verifications, verification, 202);
        check("GET /api/audit/verifications/{id}", api.as("auditor").get(verification.header("Location")), 200);
        described.operations().forEach((name, operation) -> {
            String path = name.substring(name.indexOf(' ') + 1);
            if (name.startsWith("GET") && !path.contains("{") && !path.equals("/api/stream")) {
                Api reader = after.as(DescribedAnswers.user(path, true));
                check(
                        name,
                        reader.get(path),
                        name.matches(".*(trend|flow|conversion|reconcile|inclusion|consistency)") ? 422 : 200);
                check(name, reader.get(path + "?" + String.join("&", DescribedAnswers.exampleQuery(operation))), 200);
            }
        });
        Set<String> unseen = new TreeSet<>(described.operations().keySet());
        unseen.removeAll(seen);
        assertThat(unseen).containsExactly("GET /api/stream");
    }

    @Test
    void every_refusal_is_a_described_one() {
        String nowhere = PROJECTS + "/" + UUID.randomUUID();
        described.operations().forEach((name, operation) -> {
            String path = name.substring(name.indexOf(' ') + 1);
            String there = path.replaceAll(
                            "\\{(id|contactId)}", UUID.randomUUID().toString())
                    .replace("{name}", "nobody")
                    .replace("{year}", "2026");
            Api user = api.as(DescribedAnswers.user(path, name.startsWith("GET")));
            if (name.startsWith("POST") && !path.equals("/api/imports")) {
                if (operation.has("requestBody")) {
                    check(name, user.post(there, "{"), 400);
                    check(name, user.post(there, "{\"unheardOf\":1}"), 400);
                    check(name, user.post(there, "{\"note\":\"" + "x".repeat(1 << 20) + "\"}"), 413);
                }
                if (operation.at("/requestBody/required").asBoolean()) {
                    check(name, user.post(there, "{}"), 422);
                }
                check(name, user.as("").post(there, "{}"), 401);
                check(name, user.as("leader").post(there, "{}"), 403);
            } else if (name.startsWith("GET") && !path.equals("/api/stream")) {
                check(name, user.get(there + "?unheardOf=1"), 400);
                check(name, user.as("").get(there), 401);
                if (!path.contains("{")) {
                    check(name, user.with("Accept", "image/png").get(there), 406);
                }
            }
        });
        for (String command : LIFE) {
            String name = "POST " + PROJECTS + "/{id}/" + command;
            check(name, api.post(nowhere + "/" + command, example(name).toString()), 404);
        }
    }

    private void example(String project, String command, int status) {
        String name = "POST " + PROJECTS + "/{id}/" + command;
        send(name, project + "/" + command, example(name), status);
    }

    private JsonNode example(String operation) {
        return described
                .operations()
                .get(operation)
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("example")
                .deepCopy();
    }

    private Answer send(String operation, String path, JsonNode body, int status) {
        return check(operation, api.post(path, body.toString()), status);
    }

    private Answer check(String operation, Answer answer, int status) {
        assertThat(answer.status()).as("%s: %s", operation, answer).isEqualTo(status);
        seen.add(operation);
        return described.check(operation, answer);
    }
}
