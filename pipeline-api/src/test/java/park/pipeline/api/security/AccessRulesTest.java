package park.pipeline.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static park.pipeline.api.security.Role.ADMIN;
import static park.pipeline.api.security.Role.AUDITOR;
import static park.pipeline.api.security.Role.LEADER;
import static park.pipeline.api.security.Role.PROMOTER;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The table of the contract, line by line, against the service as it runs. */
@WholeService
class AccessRulesTest {
    record Route(String method, String path, Set<Role> allowed) {}

    private static final Set<Role> ALL = Set.of(Role.values());
    private static final Set<Role> NOBODY = Set.of();
    private static final String ID = "/api/projects/6f1c2f4e-7c1a-4a53-9a57-0d8f2f1f0001";

    @LocalServerPort
    int port;

    static Stream<Route> routes() {
        return Stream.of(
                new Route("GET", "/api/projects", ALL),
                new Route("HEAD", "/api/projects", ALL),
                new Route("GET", ID, ALL),
                new Route("GET", ID + "/history", ALL),
                new Route("GET", "/api/board", ALL),
                new Route("GET", "/api/funnel", ALL),
                new Route("GET", "/api/funnel/trend", ALL),
                new Route("GET", "/api/catalogue", ALL),
                new Route("GET", "/api/stream-of-nothing", ALL),
                new Route("GET", "/api/targets/2026", ALL),
                new Route("POST", "/api/projects", Set.of(PROMOTER)),
                new Route("POST", ID + "/sign-intent", Set.of(PROMOTER)),
                new Route("POST", ID + "/retract", Set.of(PROMOTER)),
                new Route("POST", ID + "/contacts", Set.of(PROMOTER)),
                new Route("DELETE", ID + "/contacts/1", Set.of(PROMOTER)),
                new Route("PUT", ID, Set.of(PROMOTER)),
                new Route("GET", ID + "/contacts", Set.of(PROMOTER, AUDITOR)),
                new Route("HEAD", ID + "/contacts", Set.of(PROMOTER, AUDITOR)),
                new Route("GET", ID + "/contacts/1", Set.of(PROMOTER, AUDITOR)),
                new Route("GET", ID + "/replay", Set.of(PROMOTER, AUDITOR)),
                new Route("HEAD", ID + "/replay", Set.of(PROMOTER, AUDITOR)),
                new Route("GET", ID + "/%72eplay", Set.of(PROMOTER, AUDITOR)),
                new Route("GET", ID + "/replay/", Set.of(PROMOTER, AUDITOR)),
                new Route("GET", "/api/funnel/reconcile", Set.of(PROMOTER, LEADER, AUDITOR)),
                new Route("POST", "/api/imports", Set.of(PROMOTER, ADMIN)),
                new Route("GET", "/api/imports/1", Set.of(PROMOTER, ADMIN)),
                new Route("GET", "/api/audit/events", Set.of(AUDITOR)),
                new Route("HEAD", "/api/audit/events", Set.of(AUDITOR)),
                new Route("GET", "/api/audit", Set.of(AUDITOR)),
                new Route("GET", "/api/audit/checkpoint", Set.of(AUDITOR)),
                new Route("POST", "/api/audit/verifications", Set.of(AUDITOR)),
                new Route("GET", "/api/admin/views", Set.of(AUDITOR, ADMIN)),
                new Route("HEAD", "/api/admin/views", Set.of(AUDITOR, ADMIN)),
                new Route("POST", "/api/admin/views/funnel/rebuild", Set.of(ADMIN)),
                new Route("GET", "/api/admin/rebuilds/1", Set.of(ADMIN)),
                new Route("PUT", "/api/admin/targets/2026", Set.of(ADMIN)),
                new Route("PUT", "/api/admin/limits", Set.of(ADMIN)),
                new Route("POST", "/api/admin/views/funnel/resume", Set.of(ADMIN)),
                new Route("GET", "/api/limits", ALL),
                new Route("GET", "/api/admin/users", Set.of(ADMIN)),
                new Route("POST", "/api/admin/users", Set.of(ADMIN)),
                new Route("PATCH", "/api/admin/users/nobody", Set.of(ADMIN)),
                new Route("GET", "/actuator", Set.of(ADMIN)),
                new Route("GET", "/actuator/metrics", Set.of(ADMIN)),
                new Route("GET", "/actuator/env", Set.of(ADMIN)),
                new Route("GET", "/actuator/healthy", Set.of(ADMIN)),
                new Route("POST", "/actuator/loggers", Set.of(ADMIN)),
                new Route("GET", "/v3/api-docs", ALL),
                new Route("GET", "/v3/api-docs/swagger-config", ALL),
                new Route("GET", "/v3/api-docs.yaml", ALL),
                new Route("GET", "/swagger-ui.html", ALL),
                new Route("GET", "/swagger-ui/index.html", ALL),
                new Route("OPTIONS", "/api/projects", ALL),
                new Route("OPTIONS", "/api/catalogue", ALL),
                new Route("GET", "/", ALL),
                new Route("POST", "/v3/api-docs", ALL),
                new Route("GET", "/nothing/here", ALL),
                new Route("GET", "/API/projects", ALL),
                new Route("POST", "/api/catalogue", ALL),
                new Route("POST", "/api", ALL),
                new Route("GET", "/error", ALL),
                new Route("GET", RouteWithoutRule.PATH, NOBODY));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void a_route_answers_the_roles_of_the_table_and_nobody_else(Route route) {
        for (Role role : Role.values()) {
            HttpResponse<String> answer = Client.demo(port, role).send(route.method(), route.path(), null);
            if (route.allowed().contains(role)) {
                assertThat(answer.statusCode()).as("%s %s", role, route).isNotIn(401, 403, 500, 503);
            } else {
                assertThat(answer.statusCode()).as("%s %s", role, route).isEqualTo(403);
                assertProblem(answer, "forbidden", route);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void who_is_not_signed_in_gets_no_answer_but_the_challenge(Route route) {
        HttpResponse<String> answer = Client.anonymous(port).send(route.method(), route.path(), null);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .contains("Basic realm=\"pipeline\", charset=\"UTF-8\"");
        assertProblem(answer, "unauthenticated", route);
    }

    @Test
    void health_is_open_and_everything_under_it_and_the_way_in() {
        for (String path :
                new String[] {"/actuator/health", "/actuator/health/liveness", "/login", "/assets/app.css"}) {
            assertThat(Client.anonymous(port).get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void an_unknown_address_is_not_found_and_a_wrong_method_is_told() {
        Client leader = Client.demo(port, LEADER);

        assertThat(leader.get("/nothing/here").statusCode()).isEqualTo(404);
        assertThat(leader.get("/api/nothing").statusCode()).isEqualTo(404);
        assertThat(leader.send("POST", "/api/nothing", "{}").statusCode()).isEqualTo(404);
        assertThat(leader.get("/error").statusCode()).isEqualTo(404);
        assertThat(leader.send("POST", "/api/catalogue", "{}").statusCode()).isEqualTo(405);
    }

    private static void assertProblem(HttpResponse<String> answer, String code, Route route) {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        if (!route.method().equals("HEAD")) {
            assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        }
    }
}
