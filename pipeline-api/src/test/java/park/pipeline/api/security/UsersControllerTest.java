package park.pipeline.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Users over HTTP. */
@WholeService
@ExtendWith(OutputCaptureExtension.class)
class UsersControllerTest {
    private static final String PATH = "/api/admin/users";
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    int port;

    private final String name = "王伟_" + UUID.randomUUID();

    @Test
    void a_new_user_can_sign_in_with_the_given_roles(CapturedOutput output) {
        HttpResponse<String> answer = add(name, "correct horse battery", "\"LEADER\",\"AUDITOR\"");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body())
                .isEqualTo("{\"name\":\"%s\",\"roles\":[\"LEADER\",\"AUDITOR\"],\"disabled\":false}".formatted(name));
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(admin().get(location).body()).isEqualTo(answer.body());
        Client client = Client.anonymous(port).as(name, "correct horse battery");
        assertThat(client.get("/api/audit/nothing").statusCode()).isEqualTo(404);
        assertThat(output).contains("admin added user " + name).doesNotContain("correct horse battery");
    }

    @Test
    void a_name_is_taken_once() {
        add(name, "correct horse battery", "\"LEADER\"");

        assertProblem(add(name, "another password", "\"ADMIN\""), 409, "duplicate-user");
    }

    @Test
    void a_change_touches_only_what_it_names() {
        add(name, "correct horse battery", "\"LEADER\"");

        assertThat(change(name, "{\"roles\":[\"AUDITOR\"]}").body()).contains("[\"AUDITOR\"]", "\"disabled\":false");
        Client client = Client.anonymous(port).as(name, "correct horse battery");
        assertThat(client.get("/api/catalogue").statusCode()).isEqualTo(200);
        assertThat(change(name, "{\"disabled\":true}").body()).contains("[\"AUDITOR\"]", "\"disabled\":true");
        assertThat(client.get("/api/catalogue").statusCode()).isEqualTo(401);
        assertThat(change(name, "{\"disabled\":false,\"password\":\"二十四个汉字以内的一个新口令\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.get("/api/catalogue").statusCode()).isEqualTo(401);
        assertThat(client.as(name, "二十四个汉字以内的一个新口令").get("/api/catalogue").statusCode())
                .isEqualTo(200);
        assertThat(change(name, "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void nobody_who_is_not_there_can_be_changed() {
        assertProblem(change(name, "{\"disabled\":true}"), 404, "not-found");
        assertProblem(change("%E4%B8%80%20%E4%BA%8C", "{\"password\":\"x\"}"), 404, "not-found");
    }

    @Test
    void the_last_administrator_stays_one() {
        for (String change : List.of("{\"disabled\":true}", "{\"roles\":[\"LEADER\"]}")) {
            HttpResponse<String> answer = change("admin", change);
            assertProblem(answer, 409, "last-admin");
            assertThat(answer.body()).contains("最后一名管理员", "admin");
        }
        assertThat(change("admin", "{\"roles\":[\"ADMIN\"],\"disabled\":false}").statusCode())
                .isEqualTo(200);

        add(name, "correct horse battery", "\"ADMIN\"");
        assertThat(change("admin", "{\"roles\":[\"LEADER\",\"ADMIN\"]}").statusCode())
                .isEqualTo(200);
        assertThat(change(name, "{\"disabled\":true}").statusCode()).isEqualTo(200);
        assertProblem(change("admin", "{\"roles\":[\"LEADER\"]}"), 409, "last-admin");
        change("admin", "{\"roles\":[\"ADMIN\"]}"); // as the other tests expect
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                   | name=required,password=required,roles=required",
                "{'name':' ','password':null,'roles':[]}                              | name=required,password=required,roles=required",
                "{'name':'a:b','password':'123456789012','roles':['ADMIN']}           | name=bad-characters",
                "{'name':'a b','password':'123456789012','roles':['ADMIN']}           | name=bad-characters",
                "{'name':'..','password':'123456789012','roles':['ADMIN']}            | name=bad-characters",
                "{'name':'a/b','password':'12345678901','roles':['ADMIN']}            | name=bad-characters,password=weak-password",
                "{'name':'<101>','password':'123456789012','roles':['ADMIN']}         | name=too-long",
                "{'name':'ab','password':'<101>','roles':['ADMIN']}                   | password=too-long",
                "{'name':'ab','password':'a\\u0000bcdefghijkl','roles':['ADMIN']}     | password=bad-characters",
                "{'name':'ab','password':'123456789012','roles':['BOSS','ADMIN']}     | roles=unknown-code",
                "{'name':'ab','password':'123456789012','roles':['admin']}            | roles=unknown-code",
                "{'name':'ab','password':'123456789012','roles':[null]}               | roles=required"
            })
    void what_no_user_can_be_is_said_field_by_field(String body, String problems) {
        String json = body.replace('\'', '"').replace("<101>", "x".repeat(101));

        HttpResponse<String> answer = admin().send("POST", PATH, json);

        assertProblem(answer, 422, "invalid-fields");
        List<String> found = new ArrayList<>();
        for (JsonNode error : JSON.readTree(answer.body()).get("errors")) {
            found.add(error.get("field").asString() + "=" + error.get("code").asString());
        }
        assertThat(String.join(",", found)).isEqualTo(problems);
        assertThat(answer.body()).doesNotContain("123456789012");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':'ab','password':'123456789012','roles':['ADMIN'],'disabled':true}",
                "{'name':'ab','password':'123456789012','roles':'ADMIN'}",
                "{'name':'ab','password':123456789012,'roles':['ADMIN']}",
                "{'name':",
                "null"
            })
    void json_that_is_not_as_agreed_is_malformed(String body) {
        assertProblem(admin().send("POST", PATH, body.replace('\'', '"')), 400, "malformed");
    }

    @Test
    void the_list_has_pages_and_no_passwords() {
        add(name, "correct horse battery", "\"LEADER\"");
        List<String> names = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    JSON.readTree(admin().get(PATH + "?limit=2" + cursor).body());
            assertThat(page.get("items").size()).isLessThanOrEqualTo(2);
            for (JsonNode item : page.get("items")) {
                assertThat(item.propertyNames()).containsExactlyInAnyOrder("name", "roles", "disabled");
                names.add(item.get("name").asString());
            }
            cursor = page.get("nextCursor").isNull()
                    ? null
                    : "&cursor=" + page.get("nextCursor").asString();
        } while (cursor != null);

        assertThat(names)
                .doesNotHaveDuplicates()
                .startsWith("promoter", "leader", "auditor", "admin")
                .contains(name);
        assertProblem(admin().get(PATH + "?nonsense=1"), 400, "malformed");
    }

    private Client admin() {
        return Client.demo(port, Role.ADMIN);
    }

    private HttpResponse<String> add(String user, String password, String roles) {
        return admin().send(
                        "POST",
                        PATH,
                        "{\"name\":\"%s\",\"password\":\"%s\",\"roles\":[%s]}".formatted(user, password, roles));
    }

    private HttpResponse<String> change(String user, String json) {
        String segment = user.startsWith("%") ? user : URLEncoder.encode(user, StandardCharsets.UTF_8);
        return admin().send("PATCH", PATH + "/" + segment, json);
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }
}
