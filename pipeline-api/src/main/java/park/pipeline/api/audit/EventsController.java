package park.pipeline.api.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import park.pipeline.api.access.Accesses;
import park.pipeline.api.http.Query;
import park.pipeline.api.http.Reads;
import park.pipeline.core.log.LogLine;
import park.pipeline.core.log.LogLines;
import park.pipeline.core.log.LogReader;

/** {@code GET /api/audit/events}: the whole log in its global order, as pages or as one stream of lines. */
@RestController
class EventsController {
    private static final int STREAMED_AT_ONCE = 1_000;

    private final LogLines lines;
    private final LogReader log;
    private final Reads reads;
    private final Accesses accesses;

    EventsController(LogLines lines, LogReader log, Reads reads, Accesses accesses) {
        this.accesses = accesses;
        this.lines = lines;
        this.log = log;
        this.reads = reads;
    }

    @GetMapping(path = "/api/audit/events", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> page(HttpServletRequest request, Query query) {
        query.knows("after", "limit", "cursor");
        Long given = query.position("after");
        int limit = query.limit();
        long after = Math.max(given == null ? 0 : given, query.after());
        query.done();
        reads.awaitLog(request);
        long head = log.head();
        List<LogLine> found = lines.after(after, head, limit + 1);
        boolean more = found.size() > limit;
        List<LogLine> shown = more ? found.subList(0, limit) : found;
        String next = more ? query.cursor(shown.getLast().position()) : null;
        return Reads.at(head, json(shown, next));
    }

    /** From there to the head of the log at this moment, a page at a time: never in memory as a whole. */
    @GetMapping(path = "/api/audit/events", produces = MediaType.APPLICATION_NDJSON_VALUE)
    void stream(HttpServletRequest request, HttpServletResponse response, Query query) throws IOException {
        query.knows("after");
        Long given = query.position("after");
        query.done();
        reads.awaitLog(request);
        accesses.export(request);
        long head = log.head();
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        response.setHeader(Reads.POSITION, Long.toString(head));
        OutputStream out = response.getOutputStream();
        long after = given == null ? 0 : given;
        List<LogLine> page;
        do {
            page = lines.after(after, head, STREAMED_AT_ONCE);
            for (LogLine line : page) {
                out.write(line.bytes());
                out.write('\n');
                after = line.position();
            }
        } while (!page.isEmpty());
        out.flush();
    }

    /** The lines as they are: what is read here is byte for byte what is sealed. */
    private static byte[] json(List<LogLine> lines, @Nullable String next) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"items\":[".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                body.write(',');
            }
            body.writeBytes(lines.get(i).bytes());
        }
        String cursor = next == null ? "null" : "\"" + next + "\"";
        body.writeBytes(("],\"nextCursor\":" + cursor + "}").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
