package park.pipeline.api.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which requests come from a browser in which somebody signed in, or wants to. */
final class SessionRequests {
    private SessionRequests() {}

    /** A client of the interface: it brings its password along, or asks for data without having signed in by form. */
    static boolean isStateless(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || isInterface(request) && request.getSession(false) == null;
    }

    /** Somebody went to a page, who can be sent to another one. */
    static RequestMatcher navigation() {
        return request -> {
            String accept = request.getHeader(HttpHeaders.ACCEPT);
            return request.getMethod().equals("GET")
                    && accept != null
                    && accept.contains(MediaType.TEXT_HTML_VALUE)
                    && !isInterface(request);
        };
    }

    private static boolean isInterface(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals("/api")
                || path.startsWith("/api/")
                || path.startsWith("/actuator")
                || path.startsWith("/v3/");
    }
}
