package park.pipeline.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.api.problem.ProblemWriter;

/** What is said to whom is not let in: problems like all others, for no controller ever sees these requests. */
@Component
final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SecurityProblems.class);
    private static final String CHALLENGE = "Basic realm=\"pipeline\", charset=\"UTF-8\"";

    private final ProblemWriter problems;

    SecurityProblems(ProblemWriter problems) {
        this.problems = problems;
    }

    /** Nobody, or somebody with a wrong name or password. A database that does not answer has said neither. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (refusal instanceof AuthenticationServiceException) {
            LOG.error("Nobody can sign in: {}", String.valueOf(refusal.getCause()));
            problems.write(request, response, ApiProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable"));
            return;
        }
        if (refusal instanceof TooManyAttempts early) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(early.waitSeconds()));
            problems.write(
                    request,
                    response,
                    ApiProblem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts")
                            .with("seconds", early.waitSeconds()));
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        problems.write(request, response, ApiProblem.of(HttpStatus.UNAUTHORIZED, "unauthenticated"));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        problems.write(request, response, ApiProblem.of(HttpStatus.FORBIDDEN, "forbidden"));
    }

    /** Refused by the firewall, before any filter has set a header. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException refusal)
            throws IOException {
        LOG.debug("Rejected", refusal);
        addHeaders(response);
        problems.write(
                request,
                response,
                ApiProblem.of(HttpStatus.BAD_REQUEST, "malformed").with("field", "HTTP"));
    }

    /** For answers that do not pass the chain of filters. */
    static void addHeaders(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
