package park.pipeline.api.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.core.catalogue.Terms;
import park.pipeline.core.input.FieldChecks;
import park.pipeline.projections.view.ProjectFilter;

/** The query parameters of a read. Unknown ones and ones that make no sense are refused, never passed over. */
public final class Query {
    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 500;
    private static final Set<String> FILTER = Set.of("industry", "team", "origin", "kind");

    private final HttpServletRequest request;
    private final Map<String, List<String>> given = new TreeMap<>();
    private final FieldChecks checks = new FieldChecks();

    Query(HttpServletRequest request) {
        this.request = request;
        request.getParameterMap().forEach((name, values) -> given.put(name, Arrays.asList(values)));
    }

    /** Refuses every parameter that is not among these. */
    public Query knows(String... names) {
        List<String> known = Arrays.asList(names);
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw ApiProblem.malformed(name, name).asException();
                });
        return this;
    }

    /** The same, with the four filters of {@link #filter}. */
    public Query knowsFilterAnd(String... names) {
        return knows(Stream.concat(FILTER.stream(), Arrays.stream(names)).toArray(String[]::new));
    }

    /** A day from 1900 on; null where it is left out. */
    public @Nullable LocalDate day(String name) {
        return checks.day(name, anyDay(name));
    }

    /** Two days that are due, the first not after the second. */
    public DayRange range(String from, String to) {
        LocalDate first = checks.requiredDay(from, anyDay(from));
        LocalDate last = checks.requiredDay(to, anyDay(to));
        if (given.containsKey(from) && given.containsKey(to) && first.isAfter(last)) {
            outOfRange(from, FieldChecks.FIRST_DAY, last);
        }
        return new DayRange(first, last);
    }

    /** Reports a value that no answer can be given for. */
    public void outOfRange(String name, Object least, Object most) {
        checks.problem(name, "out-of-range", Map.of("least", least, "most", most));
    }

    private @Nullable LocalDate anyDay(String name) {
        String text = one(name);
        LocalDate day = text == null ? null : StrictValues.day(text);
        if (text != null && day == null) {
            throw ApiProblem.malformed(name, text).asException();
        }
        return day;
    }

    /** An instant with its offset, exact to the nanosecond; null where it is left out. */
    public @Nullable Instant instant(String name) {
        String text = one(name);
        Instant instant = text == null ? null : StrictValues.instant(text);
        if (text != null && instant == null) {
            throw ApiProblem.malformed(name, text).asException();
        }
        return instant;
    }

    /** The same where it is due. */
    public Instant requiredInstant(String name) {
        Instant instant = instant(name);
        if (instant == null) {
            checks.required(name);
            return Instant.EPOCH;
        }
        return instant;
    }

    /** Industry, team, origin and kind, each repeatable; codes must be those of the catalogue. */
    public ProjectFilter filter(Catalogue catalogue) {
        return new ProjectFilter(
                codes("industry", catalogue.industries()),
                all("team"),
                codes("origin", catalogue.origins()),
                codes("kind", catalogue.kinds()));
    }

    /** A repeatable parameter whose values are codes. */
    public List<String> codes(String name, Terms terms) {
        List<String> values = all(name);
        values.stream().filter(v -> !terms.has(v)).forEach(v -> checks.unknownCode(name, v));
        return values;
    }

    /** A repeatable parameter whose values are constants. */
    public <E extends Enum<E>> List<E> constants(String name, Class<E> type) {
        List<E> constants = new ArrayList<>();
        for (String value : all(name)) {
            E constant = checks.code(name, value, type);
            if (constant != null) {
                constants.add(constant);
            }
        }
        return constants;
    }

    /** A constant that is due. */
    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        return checks.requiredCode(name, one(name), type);
    }

    /** All values of a repeatable parameter. */
    public List<String> all(String name) {
        return given.getOrDefault(name, List.of());
    }

    /** How many items a page has: 1 to 500, 50 if left out. */
    public int limit() {
        return limit(DEFAULT_LIMIT);
    }

    /** The same, with another number if left out. */
    public int limit(int leftOut) {
        String text = one("limit");
        if (text == null) {
            return leftOut;
        }
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > LARGEST_LIMIT) {
            throw ApiProblem.malformed("limit", text).asException();
        }
        return Integer.parseInt(text);
    }

    /** A position from 0; null where it is left out. */
    public @Nullable Long position(String name) {
        String text = one(name);
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,18}")) {
            throw ApiProblem.malformed(name, text).asException();
        }
        return Long.valueOf(text);
    }

    /** A position that is due; 0 where it is missing, which {@link #done} then refuses. */
    public long requiredPosition(String name) {
        Long position = position(name);
        if (position == null) {
            checks.required(name);
            return 0;
        }
        return position;
    }

    /** The position or sequence behind which the page begins; 0 without a cursor. */
    public long after() {
        String cursor = one("cursor");
        return cursor == null ? 0 : Cursor.read(cursor, scope());
    }

    /** The cursor of the next page. */
    public String cursor(long after) {
        return Cursor.write(after, scope());
    }

    /** The cursor with which another address goes on, given the same filters and one more. */
    public String cursorOf(String path, String filter, String value, long after) {
        Map<String, List<String>> filters = filters();
        filters.put(filter, List.of(value));
        return Cursor.write(after, request.getContextPath() + path + filters);
    }

    /** Ends the reading of parameters. */
    public void done() {
        checks.done();
    }

    /** A parameter that may be given once; null where it is left out. */
    public @Nullable String one(String name) {
        List<String> values = all(name);
        if (values.size() > 1) {
            throw ApiProblem.malformed(name, "").asException();
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    /** A cursor belongs to one address with one set of filters. */
    private String scope() {
        return request.getRequestURI() + filters();
    }

    private Map<String, List<String>> filters() {
        Map<String, List<String>> filters = new TreeMap<>(given);
        filters.remove("cursor");
        filters.remove("limit");
        return filters;
    }
}
