package park.pipeline.api.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.Leads;
import park.pipeline.api.PipelineTest;
import tools.jackson.databind.JsonNode;

/** The board over HTTP, and how it goes on in the list. */
@PipelineTest
class BoardControllerTest {
    @LocalServerPort
    int port;

    private Leads leads;

    @BeforeEach
    void five_leads_and_a_negotiation() {
        leads = new Leads(Api.at(port));
        for (int day = 1; day <= 5; day++) {
            leads.register("2023-01-0" + day, day == 3 ? null : 100L * day);
        }
        leads.does(leads.register("2023-01-06", 9L), "open-negotiation", "{'occurredOn':'2023-02-01'}");
    }

    @Test
    void every_column_has_its_count_its_sum_and_its_first_cards() {
        JsonNode columns = leads.get("/api/board?limit=2").json().path("columns");
        List<String> lines = new ArrayList<>();
        columns.forEach(c -> lines.add(c.path("stage").asString() + " " + c.path("count") + " "
                + c.path("investmentCny") + " " + c.path("investmentKnown") + " "
                + c.path("cards").size() + " " + c.path("nextCursor").isNull()));
        assertThat(lines)
                .containsExactly(
                        "LEAD 5 1200 4 2 false",
                        "NEGOTIATION 1 9 1 1 true",
                        "INTENT 0 0 0 0 true",
                        "CONTRACT 0 0 0 0 true",
                        "PERMITTING 0 0 0 0 true",
                        "CONSTRUCTION 0 0 0 0 true",
                        "PRODUCTION 0 0 0 0 true",
                        "FULL_CAPACITY 0 0 0 0 true",
                        "WITHDRAWN 0 0 0 0 true");
    }

    @Test
    void the_list_goes_on_where_a_column_ends() {
        JsonNode column = leads.get("/api/board?limit=2").json().path("columns").get(0);
        List<JsonNode> cards = new ArrayList<>();
        column.path("cards").forEach(cards::add);
        String cursor = column.path("nextCursor").asString();
        while (!cursor.isEmpty()) {
            JsonNode page = leads.get("/api/projects?stage=LEAD&limit=2&cursor=" + cursor)
                    .json();
            page.path("items").forEach(cards::add);
            cursor = page.path("nextCursor").asString("");
        }
        List<JsonNode> list = new ArrayList<>();
        leads.get("/api/projects?stage=LEAD").json().path("items").forEach(list::add);
        assertThat(cards).hasSize(5).isEqualTo(list);
    }

    @Test
    void a_columns_cursor_fits_no_other_question() {
        Api api = Api.at(port);
        String cursor = leads.get("/api/board?limit=2")
                .json()
                .path("columns")
                .get(0)
                .path("nextCursor")
                .asString();
        String team = "&team=" + leads.team();
        for (String other : List.of(
                "/api/projects?stage=NEGOTIATION" + team + "&cursor=",
                "/api/projects?stage=LEAD&cursor=",
                "/api/projects?stage=LEAD&kind=EXPANSION" + team + "&cursor=",
                "/api/projects?stage=LEAD&stage=INTENT" + team + "&cursor=",
                "/api/projects?limit=2" + team + "&cursor=",
                "/api/board?limit=2" + team + "&cursor=")) {
            assertThat(api.get(other + cursor).problem()).as(other).isEqualTo("400 malformed");
        }
    }

    @Test
    void a_board_takes_the_filters_and_nothing_else() {
        Api api = Api.at(port).as("auditor");
        assertThat(api.get("/api/board?industry=XX").problem()).isEqualTo("422 invalid-fields[industry:unknown-code]");
        assertThat(api.get("/api/board?limit=501").problem()).isEqualTo("400 malformed");
        assertThat(api.get("/api/board?stage=LEAD").problem()).isEqualTo("400 malformed");
        assertThat(api.get("/api/board?asOf=2023-01-01").problem()).isEqualTo("400 malformed");
        assertThat(leads.get("/api/board?kind=EXPANSION")
                        .json()
                        .path("columns")
                        .get(0)
                        .path("count")
                        .asInt())
                .isZero();
    }
}
