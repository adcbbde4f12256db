package park.pipeline.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;

/** Shows a problem to somebody who went to a page, in place of JSON. */
public interface ProblemsForPeople {
    /** The language of whoever asks, as he chose it on our pages. */
    Locale locale(HttpServletRequest request);

    /**
     * The page as HTML.
     *
     * @param title the short name of the problem
     * @param detail what is wrong, and what would pass
     */
    String page(HttpServletRequest request, HttpServletResponse response, int status, String title, String detail);

    /** Whether a request is that of a browser which goes to a page: scripts and clients get JSON. */
    static boolean wants(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        String path = request.getRequestURI();
        return accept != null
                && path != null
                && accept.contains("text/html")
                && request.getHeader("X-Requested-With") == null
                && !path.startsWith("/api")
                && !path.startsWith("/actuator")
                && !path.startsWith("/v3/");
    }
}
