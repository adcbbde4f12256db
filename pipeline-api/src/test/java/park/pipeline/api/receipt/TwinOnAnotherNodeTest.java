package park.pipeline.api.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import park.pipeline.api.PipelineTest;
import park.pipeline.core.log.Receipt;
import park.pipeline.core.log.Receipts;

/** While this node handles a request, another one that was sent the same answers it: there is one answer, and it is told. */
@PipelineTest
class TwinOnAnotherNodeTest {
    private static final byte[] TWINS = "{\"answer\":\"of the twin\"}".getBytes(StandardCharsets.UTF_8);

    private static final int NO_TWIN = 0;

    @Autowired
    private IdempotencyFilter filter;

    @Autowired
    private Receipts receipts;

    private final String key = UUID.randomUUID().toString();

    @ParameterizedTest
    @ValueSource(ints = {202, 409, 412, 422, 500, 503})
    void whatever_this_node_would_say_the_kept_answer_is_told(int status) throws Exception {
        MockHttpServletResponse response = handled(status, 201);

        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(response.getContentAsByteArray()).isEqualTo(TWINS);
        assertThat(stored().status()).isEqualTo(201);
    }

    /** It started a job, say, whose being there is why its twin was refused. */
    @Test
    void who_has_had_the_effect_is_told_so_though_the_refusal_of_its_twin_was_kept_first() throws Exception {
        MockHttpServletResponse response = handled(202, 409);

        assertOwn(202, response);
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 409, 412, 422})
    void without_a_twin_its_own_answer_is_told_and_kept(int status) throws Exception {
        MockHttpServletResponse response = handled(status, NO_TWIN);

        assertOwn(status, response);
        assertThat(stored().status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 500, 503})
    void what_may_be_otherwise_the_next_time_is_told_and_not_kept(int status) throws Exception {
        MockHttpServletResponse response = handled(status, NO_TWIN);

        assertOwn(status, response);
        assertThat(receipts.find("promoter", key)).isNull();
    }

    private static void assertOwn(int status, MockHttpServletResponse response) throws Exception {
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentAsString()).isEqualTo("own");
    }

    private Receipt stored() {
        return Objects.requireNonNull(receipts.find("promoter", key)).receipt();
    }

    private MockHttpServletResponse handled(int status, int twin) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/projects");
        request.setUserPrincipal((Principal) () -> "promoter");
        request.addHeader(KeyedRequest.HEADER, key);
        request.setContentType("application/json");
        request.setContent("{}".getBytes(StandardCharsets.UTF_8));
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, (asked, answer) -> {
            if (twin != NO_TWIN) {
                receipts.keep(Objects.requireNonNull(KeyedRequest.of(request)).receipt(twin, null, TWINS));
            }
            ((HttpServletResponse) answer).setStatus(status);
            answer.getWriter().write("own");
        });
        return response;
    }
}
