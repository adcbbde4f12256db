package park.pipeline.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns whatever a route throws into a problem. */
@RestControllerAdvice
class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemWriter writer;

    ProblemAdvice(ProblemWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler
    void handle(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ApiProblem problem = ProblemsOfExceptions.problem(thrown);
        if (problem.status().is5xxServerError()) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), thrown);
        }
        writer.write(request, response, problem);
    }
}
