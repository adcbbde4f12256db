package park.pipeline.api.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import park.pipeline.api.http.Page;
import park.pipeline.api.http.Query;
import park.pipeline.core.access.Access.Action;
import park.pipeline.core.access.AccessLine;
import park.pipeline.core.access.AccessLines;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /api/audit/accesses}: the log of accesses, newest first; as lines oldest first, byte for byte as sealed. */
@RestController
class AccessesController {
    private static final int STREAMED_AT_ONCE = 1_000;

    private final AccessLines lines;
    private final Accesses accesses;
    private final JsonMapper json;

    AccessesController(AccessLines lines, Accesses accesses, JsonMapper json) {
        this.lines = lines;
        this.accesses = accesses;
        this.json = json;
    }

    @GetMapping(path = "/api/audit/accesses", produces = MediaType.APPLICATION_JSON_VALUE)
    Page<JsonNode> page(Query query) {
        query.knows("action", "actor", "limit", "cursor");
        List<Action> action = query.constants("action", Action.class);
        String actor = query.one("actor");
        int limit = query.limit();
        long before = query.after();
        query.one("action");
        query.done();
        List<AccessLine> found = lines.before(
                before == 0 ? Long.MAX_VALUE : before, action.isEmpty() ? null : action.getFirst(), actor, limit + 1);
        List<AccessLine> page = found.subList(0, Math.min(limit, found.size()));
        return new Page<>(
                page.stream().map(line -> json.readTree(line.bytes())).toList(),
                found.size() > limit ? query.cursor(page.getLast().position()) : null);
    }

    /** Taking the log of accesses out is an access too, and the last line of what is taken. */
    @GetMapping(path = "/api/audit/accesses", produces = MediaType.APPLICATION_NDJSON_VALUE)
    void stream(HttpServletRequest request, HttpServletResponse response, Query query) throws IOException {
        query.knows().done();
        accesses.export(request);
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        OutputStream out = response.getOutputStream();
        long after = 0;
        List<AccessLine> page;
        do {
            page = lines.after(after, STREAMED_AT_ONCE);
            for (AccessLine line : page) {
                out.write(line.bytes());
                out.write('\n');
                after = line.position();
            }
        } while (page.size() == STREAMED_AT_ONCE);
        out.flush();
    }
}
