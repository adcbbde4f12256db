package park.pipeline.api.access;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import park.pipeline.core.access.Access;
import park.pipeline.core.access.Access.Action;
import park.pipeline.core.access.AccessLog;

/** Puts on record what a request does. */
@Component
public class Accesses {
    private final AccessLog log;

    Accesses(AccessLog log) {
        this.log = log;
    }

    /**
     * Before data goes out as a file; or once something was done.
     *
     * @param subject what it was done to
     * @throws park.pipeline.core.log.LogUnavailable if it could not be put on record: the request fails by it
     */
    public void record(Action action, String subject, HttpServletRequest request) {
        log.record(new Access(action, request.getUserPrincipal().getName(), subject, request.getRemoteAddr()));
    }

    /** The same of an export: its subject is its address. */
    public void export(HttpServletRequest request) {
        @Nullable String query = request.getQueryString();
        record(Action.EXPORTED, request.getRequestURI() + (query == null ? "" : "?" + query), request);
    }
}
