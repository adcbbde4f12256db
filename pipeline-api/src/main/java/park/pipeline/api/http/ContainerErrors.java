package park.pipeline.api.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.api.problem.ProblemWriter;

/** Errors that the servlet container reports itself are problems like all others. */
@Controller
class ContainerErrors implements ErrorController {
    private final ProblemWriter problems;

    ContainerErrors(ProblemWriter problems) {
        this.problems = problems;
    }

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(request, response, problem(status(request)));
    }

    private static ApiProblem problem(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> ApiProblem.of(status, "unauthenticated");
            case FORBIDDEN -> ApiProblem.of(status, "forbidden");
            case NOT_FOUND -> ApiProblem.notFound();
            case METHOD_NOT_ALLOWED -> ApiProblem.of(status, "method-not-allowed");
            case NOT_ACCEPTABLE -> ApiProblem.of(status, "not-acceptable");
            case CONTENT_TOO_LARGE -> ApiProblem.of(status, "too-large");
            case UNSUPPORTED_MEDIA_TYPE -> ApiProblem.of(status, "unsupported-media-type");
            case SERVICE_UNAVAILABLE -> ApiProblem.of(status, "unavailable");
            default ->
                status.is4xxClientError()
                        ? ApiProblem.of(status, "malformed").with("field", "HTTP")
                        : ApiProblem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal");
        };
    }

    /** Without a status this address was asked for by a client, and it is no page. */
    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
