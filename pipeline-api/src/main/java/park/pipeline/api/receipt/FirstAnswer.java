package park.pipeline.api.receipt;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import park.pipeline.api.http.Reads;
import park.pipeline.core.log.Appended;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.log.LoggedEvent;
import park.pipeline.core.log.Receipts;
import park.pipeline.core.project.Timeline;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Gives the first answer again. Of a command, it takes from the log what was not known before the log had it. */
@Component
class FirstAnswer {
    private final LogReader log;
    private final JsonMapper json;

    FirstAnswer(LogReader log, JsonMapper json) {
        this.log = log;
        this.json = json;
    }

    void write(Receipts.Stored stored, HttpServletResponse response) throws IOException {
        int status = stored.receipt().status();
        response.setStatus(status);
        response.setContentType(
                status < 400 ? MediaType.APPLICATION_JSON_VALUE : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (stored.receipt().location() != null) {
            response.setHeader(HttpHeaders.LOCATION, stored.receipt().location());
        }
        Receipts.@Nullable Place place = stored.place();
        if (place != null) {
            response.setHeader(HttpHeaders.ETAG, "\"" + place.appended().version() + "\"");
            response.setHeader(Reads.POSITION, Long.toString(place.appended().position()));
        }
        byte[] body = place == null
                ? stored.receipt().body()
                : result(stored.receipt().body(), place);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private byte[] result(byte[] asAsked, Receipts.Place place) {
        Appended appended = place.appended();
        ObjectNode result = (ObjectNode) json.readTree(asAsked);
        result.put("version", appended.version());
        result.put("stage", stageAfter(place));
        result.put("position", appended.position());
        result.set("recordedAt", json.valueToTree(appended.recordedAt()));
        return json.writeValueAsBytes(result);
    }

    private String stageAfter(Receipts.Place place) {
        Timeline timeline = Timeline.EMPTY;
        for (LoggedEvent event :
                log.streams().of(place.projectId(), 1, place.appended().position())) {
            timeline = timeline.after(event.recorded());
        }
        return timeline.stage().name();
    }
}
