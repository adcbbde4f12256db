package park.pipeline.api.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");
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
        String text = one(name);
        if (text == null) {
            return null;
        }
        LocalDate day = StrictValues.day(text);
        if (day == null) {
            throw ApiProblem.malformed(name, text).asException();
        }
        return checks.day(name, day);
    }

    /** An instant with its offset, exact to the nanosecond; null where it is left out. */
    public @Nullable Instant instant(String name) {
        String text = one(name);
        if (text == null) {
            return null;
        }
        try {
            if (INSTANT.matcher(text).matches()) {
                return OffsetDateTime.parse(text).toInstant();
            }
        } catch (DateTimeException e) {
            // 2023-02-30T… looks right and does not exist: refused below
        }
        throw ApiProblem.malformed(name, text).asException();
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

    /** All values of a repeatable parameter. */
    public List<String> all(String name) {
        return given.getOrDefault(name, List.of());
    }

    /** How many items a page has: 1 to 500, 50 if left out. */
    public int limit() {
        String text = one("limit");
        if (text == null) {
            return DEFAULT_LIMIT;
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

    /** The position or sequence behind which the page begins; 0 without a cursor. */
    public long after() {
        String cursor = one("cursor");
        return cursor == null ? 0 : Cursor.read(cursor, scope());
    }

    /** The cursor of the next page. */
    public String cursor(long after) {
        return Cursor.write(after, scope());
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
        Map<String, List<String>> filters = new TreeMap<>(given);
        filters.remove("cursor");
        filters.remove("limit");
        return request.getRequestURI() + filters;
    }
}
