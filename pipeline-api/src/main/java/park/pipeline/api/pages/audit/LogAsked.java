package park.pipeline.api.pages.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import park.pipeline.api.pages.WallClock;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.core.log.EventTypes;
import park.pipeline.core.log.Micros;
import park.pipeline.core.log.SearchedLog.Order;

/**
 * What is looked for in the log, as it stands in the address.
 *
 * @param project as given: an id, or a reference
 * @param position to begin at, itself included
 * @param behind to go on behind, itself left out
 */
public record LogAsked(
        List<String> types,
        @Nullable String actor,
        @Nullable String project,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long position,
        Order order,
        @Nullable Long behind) {
    static final String OLDEST = "oldest";

    static LogAsked of(HttpServletRequest request, ZoneId zone) {
        String[] types = Objects.requireNonNullElse(request.getParameterValues("type"), new String[0]);
        return new LogAsked(
                Stream.of(types).filter(EventTypes.names()::contains).distinct().toList(),
                text("actor", request),
                text("project", request),
                WallClock.instant("from", request, zone),
                WallClock.instant("to", request, zone),
                position("position", request),
                OLDEST.equals(request.getParameter("order")) ? Order.OLDEST_FIRST : Order.NEWEST_FIRST,
                position("behind", request));
    }

    public boolean oldestFirst() {
        return order == Order.OLDEST_FIRST;
    }

    /** Whether the newest lines are shown, to which new ones are added. */
    public boolean isLive() {
        return !oldestFirst() && position == null && behind == null && to == null;
    }

    /** Behind which position the lines begin, in their order. */
    long start() {
        if (behind != null) {
            return behind;
        }
        if (oldestFirst()) {
            return position == null ? 0 : position - 1;
        }
        return position == null ? Long.MAX_VALUE : position + 1;
    }

    /** The address of what comes behind a position. */
    String behindLink(long last) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath("/audit");
        types.forEach(type -> link.queryParam("type", type));
        add(link, "actor", actor);
        add(link, "project", project);
        add(link, "from", from == null ? null : Micros.text(from));
        add(link, "to", to == null ? null : Micros.text(to));
        add(link, "order", oldestFirst() ? OLDEST : null);
        return link.queryParam("behind", last).encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder link, String name, @Nullable String value) {
        if (value != null) {
            link.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }

    private static @Nullable String text(String name, HttpServletRequest request) {
        String text = request.getParameter(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable Long position(String name, HttpServletRequest request) {
        String text = text(name, request);
        if (text != null && !text.matches("\\d{1,16}")) {
            throw ApiProblem.malformed(name, text).asException();
        }
        return text == null ? null : Long.valueOf(text);
    }
}
