package park.pipeline.api.security;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.api.problem.ProblemWriter;

/**
 * Requests that Tomcat refuses before any filter sees them: {@code %2F}, {@code %00}, {@code %5C} in an address, header
 * lines that are none. Left to itself it answers with a page of HTML.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE) // behind Boot's customizer, so that our valve is the inner one and answers first
final class ContainerRefusals implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerRefusals.class);

    private final ProblemWriter problems;

    ContainerRefusals(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Problems(problems)));
    }

    private static final class Problems extends ErrorReportValve {
        private final ProblemWriter problems;

        Problems(ProblemWriter problems) {
            this.problems = problems;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            boolean isAnswered = response.getStatus() < 400 || response.getContentWritten() > 0;
            if (isAnswered || !response.setErrorReported()) {
                return;
            }
            try {
                SecurityProblems.addHeaders(response);
                problems.write(request, response, problem(request, response.getStatus()));
            } catch (IOException e) {
                LOG.debug("The client has gone", e);
            }
        }

        private static ApiProblem problem(Request request, int code) {
            HttpStatus status = HttpStatus.resolve(code);
            if (status == null || status.is5xxServerError()) {
                return ApiProblem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal");
            }
            return status == HttpStatus.METHOD_NOT_ALLOWED
                    ? ApiProblem.of(status, "method-not-allowed").with("method", request.getMethod())
                    : ApiProblem.of(status, "malformed").with("field", "HTTP");
        }
    }
}
