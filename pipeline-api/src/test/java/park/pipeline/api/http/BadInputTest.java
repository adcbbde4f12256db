package park.pipeline.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import park.pipeline.api.PipelineTest;

/** Bad input gets a clear answer and leaves nothing behind. */
@PipelineTest
class BadInputTest {
    private static final String GOOD = "'enterprise':{'name':'e'},'industry':'LITHIUM','occurredOn':'2023-01-05'";

    @LocalServerPort
    int port;

    private Api api;

    @BeforeEach
    void client() {
        api = Api.at(port);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'name':'n','colour':'red',GOOD | 400 malformed",
                "'name':7,GOOD | 400 malformed",
                "'name':'n','name':'m',GOOD | 400 malformed",
                "'name':'n','investmentCny':'7',GOOD | 400 malformed",
                "'name':'n','investmentCny':1.5,GOOD | 400 malformed",
                "'name':'n','enterprise':{'name':'e'},'industry':'LITHIUM','occurredOn':'2023-02-30' | 400 malformed",
                "'name':'n','enterprise':{'name':'e'},'industry':'LITHIUM','occurredOn':20230201 | 400 malformed",
                "'name':'n','enterprise':'e','industry':'LITHIUM','occurredOn':'2023-01-05' | 400 malformed",
                "GOOD | 422 invalid-fields[name:required]",
                "'name':' ',GOOD | 422 invalid-fields[name:required]",
                "'name':null,GOOD | 422 invalid-fields[name:required]",
                "'name':'n','investmentCny':-1,GOOD | 422 invalid-fields[investmentCny:out-of-range]",
                "'name':'n','investmentCny':9007199254740992,GOOD | 422 invalid-fields[investmentCny:out-of-range]",
                "'name':'n','investmentCny':99999999999999999999999,GOOD | 422 invalid-fields[investmentCny:out-of-range]",
                "'name':'n','origin':'99',GOOD | 422 invalid-fields[origin:unknown-code]",
                "'name':'n','kind':'OLD',GOOD | 422 invalid-fields[kind:unknown-code]",
                "'name':'n','capacity':{'value':0,'unit':'t'},GOOD | 422 invalid-fields[capacity.value:out-of-range]",
                "'name':'n','capacity':{'value':1},GOOD | 422 invalid-fields[capacity.unit:required]",
                "'name':'a\\u0000b',GOOD | 422 invalid-fields[name:bad-characters]",
                "'name':'a\\u202eb',GOOD | 422 invalid-fields[name:bad-characters]",
                "'name':'n','enterprise':{'name':'e'},'industry':'X','occurredOn':'2999-01-01' | 422 invalid-fields[industry:unknown-code]",
                "'name':'n','enterprise':{'name':'e'},'industry':'LITHIUM','occurredOn':'2999-01-01' | 422 invalid-fields[occurredOn:future-date]",
                "'name':'n','precision':'YEAR',GOOD | 422 invalid-fields[occurredOn:out-of-range]",
                "'name':'n','enterprise':{'name':'e','creditCode':'91350100M000100Y44'},'industry':'LITHIUM','occurredOn':'2023-01-05' | 422 invalid-fields[enterprise.creditCode:bad-credit-code]",
            })
    void a_registration_that_cannot_be_taken_is_refused_with_its_code(String fields, String problem) {
        long head = head();
        Answer answer = api.command("/api/projects", "{" + fields.replace("GOOD", GOOD) + "}");
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(head()).isEqualTo(head);
    }

    private long head() {
        return api.as("admin")
                .get("/api/admin/views")
                .json()
                .at("/items/0/head")
                .asLong();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/funnel?asof=2023-01-01 | 400 malformed",
                "/api/funnel?asOf=2023-1-1 | 400 malformed",
                "/api/funnel?asOf=2023-01-01&asOf=2023-01-02 | 400 malformed",
                "/api/funnel?asOf=1899-12-31 | 422 invalid-fields[asOf:out-of-range]",
                "/api/funnel?knownAt=2023-01-01 | 400 malformed",
                "/api/funnel?knownAt=2023-01-01T00:00:00 | 400 malformed",
                "/api/funnel?knownAt=2023-02-30T00:00:00Z | 400 malformed",
                "/api/funnel?industry=GOLD | 422 invalid-fields[industry:unknown-code]",
                "/api/projects?limit=501 | 400 malformed",
                "/api/projects?limit=0 | 400 malformed",
                "/api/projects?cursor=MTIu | 400 malformed",
                "/api/projects?overdue=GREEN | 422 invalid-fields[overdue:unknown-code]",
                "/api/projects/1-1-1-1-1 | 404 not-found",
                "/api/projects/00000000-0000-0000-0000-000000000000 | 404 not-found",
                "/api/projects/00000000-0000-0000-0000-000000000000/history | 404 not-found",
                "/api/nothing | 404 not-found",
            })
    void a_question_that_makes_no_sense_is_refused_with_its_code(String path, String problem) {
        assertThat(api.get(path).problem()).isEqualTo(problem);
    }

    @Test
    void a_team_that_nobody_has_matches_nothing_and_an_offset_is_an_instant_too() {
        assertThat(api.get("/api/funnel?team=nobody&knownAt=2023-01-01T08:00:00.123456789%2B08:00")
                        .json()
                        .path("knownAt")
                        .asString())
                .isEqualTo("2023-01-01T00:00:00.123456Z");
    }

    @Test
    void a_body_beyond_a_mebibyte_is_too_large_and_a_deep_one_malformed() {
        assertThat(api.post("/api/projects", "{\"name\":\"" + "x".repeat(10 << 20) + "\"}")
                        .problem())
                .isEqualTo("413 too-large");
        assertThat(api.post("/api/projects", "{\"name\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}")
                        .problem())
                .isEqualTo("400 malformed");
        assertThat(api.post("/api/projects", "").problem()).isEqualTo("400 malformed");
        assertThat(api.post("/api/projects", "null").problem()).isEqualTo("400 malformed");
        assertThat(api.post("/api/projects", "[]").problem()).isEqualTo("400 malformed");
    }

    @Test
    void a_second_lead_of_the_same_name_names_the_first_and_a_similar_one_is_a_warning() {
        String enterprise = "'enterprise':{'name':'企业 %s'}".formatted(UUID.randomUUID());
        String fields = enterprise + ",'industry':'LITHIUM','occurredOn':'2023-01-05','reference':'R-1'";
        Answer first = api.command("/api/projects", "{'name':'一期（铜箔）'," + fields + "}");
        String id = first.json().path("projectId").asString();

        Answer same = api.command("/api/projects", "{'name':'一期 铜箔'," + fields.replace("R-1", "R-2") + "}");
        assertThat(same.problem()).isEqualTo("409 duplicate-lead");
        assertThat(same.json().path("existingProjectId").asString()).isEqualTo(id);
        Answer reference = api.command("/api/projects", "{'name':'二期'," + fields + "}");
        assertThat(reference.problem()).isEqualTo("409 duplicate-reference");
        api.with("Pipeline-Min-Position", first.header("Pipeline-Position")).get("/api/projects");
        Answer similar = api.command("/api/projects", "{'name':'二期'," + fields.replace("R-1", "R-2") + "}");
        assertThat(similar.status()).isEqualTo(201);
        assertThat(similar.json().at("/warnings/0/projectId").asString()).isEqualTo(id);
        assertThat(api.get("/api/projects/" + id).json().path("version").asInt())
                .isEqualTo(1);
    }
}
