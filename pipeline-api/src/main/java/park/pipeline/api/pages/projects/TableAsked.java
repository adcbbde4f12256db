package park.pipeline.api.pages.projects;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;
import park.pipeline.api.pages.Frame;
import park.pipeline.api.pages.PageFilter;
import park.pipeline.api.pages.PageTime;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.project.Light;
import park.pipeline.projections.project.ProjectOrder;
import park.pipeline.projections.project.ProjectSearch;
import park.pipeline.projections.project.ProjectTable;
import park.pipeline.projections.project.ProjectTime;

/**
 * What the address of the table asks for. What makes no sense in it is passed over, so that a link of last year still
 * opens.
 *
 * @param page from 1
 */
public record TableAsked(
        String q,
        List<Stage> stages,
        List<Light> lights,
        ProjectColumn sort,
        boolean descending,
        boolean registered,
        int page,
        int size,
        List<ProjectColumn> columns) {
    private static final String COOKIE = "pipeline-columns";
    private static final List<Integer> SIZES = List.of(25, 50, 100, 200);
    /** Changes of these begin with the first page again. */
    private static final Set<String> OWN = Set.of("sort", "dir", "page", "size", "cols");

    static TableAsked of(HttpServletRequest request) {
        String columns = request.getParameter("cols");
        Cookie kept = WebUtils.getCookie(request, COOKIE);
        String sort = request.getParameter("sort");
        return new TableAsked(
                text(request.getParameter("q")),
                constants("stage", Stage.class, request),
                constants("overdue", Light.class, request),
                Stream.of(ProjectColumn.values())
                        .filter(c -> c.name().equals(sort))
                        .findFirst()
                        .orElse(ProjectColumn.NAME),
                "desc".equals(request.getParameter("dir")),
                Stream.of(ProjectColumn.values()).noneMatch(c -> c.name().equals(sort)),
                number(request.getParameter("page"), 1),
                SIZES.contains(number(request.getParameter("size"), 50))
                        ? number(request.getParameter("size"), 50)
                        : 50,
                ProjectColumn.of(columns == null && kept != null ? kept.getValue() : columns));
    }

    ProjectTable.Question question(PageTime time, PageFilter filter) {
        ProjectSearch search = new ProjectSearch(filter.filter(), stages, q.isEmpty() ? List.of() : List.of(q), lights);
        ProjectOrder order = registered || sort.order() == null ? ProjectOrder.REGISTERED : sort.order();
        ProjectTime at = time.isNow() ? ProjectTime.now(time.today()) : ProjectTime.at(time.asOf(), time.knownAt());
        // The newest come first where nobody has chosen an order.
        return new ProjectTable.Question(search, order, registered || descending != sort.isReversed(), at);
    }

    long offset() {
        return (long) (page - 1) * size;
    }

    /** The same question with another order or page, as parameters of an address. */
    public String query(Frame frame, PageTime time, String more) {
        List<String> parameters = new ArrayList<>();
        if (!time.query().isEmpty()) {
            parameters.add(time.query());
        }
        frame.others().stream()
                .filter(p -> !OWN.contains(p.name()))
                .map(p ->
                        p.name() + "=" + java.net.URLEncoder.encode(p.value(), java.nio.charset.StandardCharsets.UTF_8))
                .forEach(parameters::add);
        if (!more.contains("sort=") && !registered) {
            parameters.add("sort=" + sort + (descending ? "&dir=desc" : ""));
        }
        if (size != 50) {
            parameters.add("size=" + size);
        }
        parameters.add("cols=" + columns.stream().map(Enum::name).collect(Collectors.joining(".")));
        if (!more.isEmpty()) {
            parameters.add(more);
        }
        return "?" + String.join("&", parameters);
    }

    /** What a click on the head of a column asks for: its order, and the other way round where it has it already. */
    public String sortBy(ProjectColumn column) {
        boolean again = !registered && sort == column && !descending;
        return "sort=" + column + (again ? "&dir=desc" : "");
    }

    public List<Integer> sizes() {
        return SIZES;
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private static int number(@Nullable String given, int otherwise) {
        return given != null && given.matches("[1-9]\\d{0,6}") ? Integer.parseInt(given) : otherwise;
    }

    private static <E extends Enum<E>> List<E> constants(String name, Class<E> type, HttpServletRequest request) {
        String[] given = request.getParameterValues(name);
        return given == null
                ? List.of()
                : Stream.of(type.getEnumConstants())
                        .filter(c -> Arrays.asList(given).contains(c.name()))
                        .toList();
    }
}
