package park.pipeline.api.project;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.http.Query;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.api.receipt.KeyedRequest;

/**
 * What comes with every command beside its body.
 *
 * @param actor who asks
 * @param expectedVersion what the caller has seen; null where any version will do
 * @param keyed the request, where it may be sent again under its key; else null
 */
record CommandHeaders(
        String actor,
        @Nullable Long expectedVersion,
        @Nullable KeyedRequest keyed) {
    private static final Pattern STRONG_TAG = Pattern.compile("\"(\\d{1,18})\"");

    static CommandHeaders of(HttpServletRequest request, Query query) {
        query.knows().done();
        Principal user = request.getUserPrincipal();
        return new CommandHeaders(user.getName(), expectedVersion(request), KeyedRequest.of(request));
    }

    private static @Nullable Long expectedVersion(HttpServletRequest request) {
        List<String> tags = Collections.list(request.getHeaders("If-Match"));
        if (tags.isEmpty() || tags.equals(List.of("*"))) {
            return null;
        }
        Matcher tag = STRONG_TAG.matcher(tags.getFirst().strip());
        if (tags.size() > 1 || !tag.matches()) {
            throw ApiProblem.malformed("If-Match", tags.getFirst()).asException();
        }
        return Long.valueOf(tag.group(1));
    }
}
