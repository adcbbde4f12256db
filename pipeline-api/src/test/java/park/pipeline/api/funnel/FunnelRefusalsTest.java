package park.pipeline.api.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.PipelineTest;

/** Questions that make no sense get a problem, not an answer. */
@PipelineTest
class FunnelRefusalsTest {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trend                                              | 422 invalid-fields[from:required,to:required,step:required]",
                "trend?from=2023-01-01&to=2023-12-31                | 422 invalid-fields[step:required]",
                "trend?from=2023-01-01&to=2023-12-31&step=DAY       | 422 invalid-fields[step:unknown-code]",
                "trend?from=2023-01-02&to=2023-01-01&step=YEAR      | 422 invalid-fields[from:out-of-range]",
                "trend?from=1990-01-31&to=2040-01-01&step=MONTH     | 422 invalid-fields[from:out-of-range]",
                "trend?from=1899-12-31&to=2023-01-01&step=YEAR      | 422 invalid-fields[from:out-of-range]",
                "trend?to=1900-01-01&step=MONTH                     | 422 invalid-fields[from:required]",
                "trend?from=2023-01-01&to=2023-02-30&step=MONTH     | 400 malformed",
                "trend?from=2023-01-01&to=&step=MONTH               | 400 malformed",
                "trend?from=2023-01-01&to=2023-02-28&step=MONTH&knownAt=2024-01-01T00:00:00Z | 400 malformed",
                "flow                                               | 422 invalid-fields[from:required,to:required]",
                "flow?from=2023-01-01                               | 422 invalid-fields[to:required]",
                "flow?from=2023-01-02&to=2023-01-01                 | 422 invalid-fields[from:out-of-range]",
                "flow?from=2023-01-01&from=2023-01-01&to=2023-01-01 | 400 malformed",
                "flow?from=2023-01-01&to=2023-01-01&asOf=2023-01-01 | 400 malformed",
                "flow?from=2023-01-01&to=2023-01-01&origin=XX       | 422 invalid-fields[origin:unknown-code]",
                "conversion?cohortTo=2023-01-01                     | 422 invalid-fields[cohortFrom:required]",
                "conversion?cohortFrom=2023-01-02&cohortTo=2023-01-01 | 422 invalid-fields[cohortFrom:out-of-range]",
                "conversion?cohortFrom=2023-01-01&cohortTo=2023-01-01&knownAt=2023-01-01 | 400 malformed",
                "durations?asOf=1899-12-31                          | 422 invalid-fields[asOf:out-of-range]",
                "durations?from=2023-01-01                          | 400 malformed"
            })
    void a_question_that_cannot_be_answered_says_why(String question, String problem) {
        assertThat(Api.at(port).get("/api/funnel/" + question).problem()).isEqualTo(problem);
    }

    @Test
    void six_hundred_points_are_answered() {
        assertThat(Api.at(port)
                        .get("/api/funnel/trend?from=1990-02-01&to=2040-01-01&step=MONTH")
                        .json()
                        .path("points")
                        .size())
                .isEqualTo(600);
    }

    @Test
    void a_team_that_nobody_has_gives_no_links_and_every_row() {
        Api api = Api.at(port).as("leader");
        assertThat(api.get("/api/funnel/flow?from=1900-01-01&to=9999-12-31&team=nobody")
                        .json()
                        .path("links")
                        .size())
                .isZero();
        assertThat(api.get("/api/funnel/durations?team=nobody")
                        .json()
                        .path("stages")
                        .size())
                .isEqualTo(9);
    }
}
