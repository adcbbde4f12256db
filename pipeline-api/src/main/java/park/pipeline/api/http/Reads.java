package park.pipeline.api.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.api.wiring.PipelineSettings;
import park.pipeline.projections.view.ViewPositions;

/** What every read does beside its question: wait for the position that the caller demands, and say which it got. */
@Component
public class Reads {
    public static final String POSITION = "Pipeline-Position";
    public static final String MIN_POSITION = "Pipeline-Min-Position";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ViewPositions positions;
    private final Clock clock;
    private final PipelineSettings settings;

    Reads(ViewPositions positions, Clock clock, PipelineSettings settings) {
        this.positions = positions;
        this.clock = clock;
        this.settings = settings;
    }

    /** Today in the park. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(settings.zone()));
    }

    /** Waits until the view includes the position that the request demands; 503 where it does not come to it. */
    public void await(String view, HttpServletRequest request) {
        long wanted = wanted(request);
        if (wanted > 0 && !positions.await(view, wanted, PATIENCE)) {
            throw ApiProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "view-behind").asException();
        }
    }

    /** The same for a read of the log itself. */
    public void awaitLog(HttpServletRequest request) {
        long wanted = wanted(request);
        if (wanted > 0 && !positions.awaitLog(wanted, PATIENCE)) {
            throw ApiProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "view-behind").asException();
        }
    }

    /** The answer with its position. */
    public static <T> ResponseEntity<T> at(long position, T body) {
        return ResponseEntity.ok().header(POSITION, Long.toString(position)).body(body);
    }

    private static long wanted(HttpServletRequest request) {
        String text = request.getHeader(MIN_POSITION);
        if (text == null) {
            return 0;
        }
        if (!text.matches("\\d{1,18}")) {
            throw ApiProblem.malformed(MIN_POSITION, text).asException();
        }
        return Long.parseLong(text);
    }
}
