package park.pipeline.api.pages.projects;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;
import park.pipeline.api.pages.PageFilter;
import park.pipeline.api.pages.PageTime;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.project.Light;
import park.pipeline.projections.project.ProjectOrder;
import park.pipeline.projections.project.ProjectSearch;
import park.pipeline.projections.project.ProjectTable;
import park.pipeline.projections.project.ProjectTime;

/**
 * What the address of the table asks for, beside the times and the four filters. A stage or a light that is none is
 * refused, for all projects would be a wrong answer; an order, a size or a column that is none is passed over.
 *
 * @param sort null for the order of registration, the newest first
 * @param page from 1
 * @param size rows a page
 */
public record TableAsked(
        String q,
        List<Stage> stages,
        List<Light> lights,
        @Nullable ProjectColumn sort,
        boolean descending,
        int page,
        int size,
        List<ProjectColumn> columns) {
    static final int USUAL_SIZE = 50;
    private static final String COOKIE = "pipeline-columns";
    private static final List<Integer> SIZES = List.of(25, 50, 100, 200);

    static TableAsked of(HttpServletRequest request) {
        String columns = request.getParameter("cols");
        Cookie kept = WebUtils.getCookie(request, COOKIE);
        String sort = request.getParameter("sort");
        String q = request.getParameter("q");
        int size = number(request.getParameter("size"), USUAL_SIZE);
        return new TableAsked(
                q == null ? "" : q.strip(),
                constants("stage", Stage.class, request),
                constants("overdue", Light.class, request),
                Stream.of(ProjectColumn.values())
                        .filter(c -> c.order() != null && c.name().equals(sort))
                        .findFirst()
                        .orElse(null),
                "desc".equals(request.getParameter("dir")),
                number(request.getParameter("page"), 1),
                SIZES.contains(size) ? size : USUAL_SIZE,
                ProjectColumn.of(columns == null && kept != null ? kept.getValue() : columns));
    }

    ProjectTable.Question question(PageTime time, PageFilter filter) {
        ProjectSearch search = new ProjectSearch(filter.filter(), stages, q.isEmpty() ? List.of() : List.of(q), lights);
        ProjectTime at = time.isNow() ? ProjectTime.now(time.today()) : ProjectTime.at(time.asOf(), time.knownAt());
        ProjectOrder order = sort == null ? null : sort.order();
        return sort == null || order == null
                ? new ProjectTable.Question(search, ProjectOrder.REGISTERED, true, at)
                : new ProjectTable.Question(search, order, descending != sort.isReversed(), at);
    }

    long offset() {
        return (long) (page - 1) * size;
    }

    TableAsked onPage(int other) {
        return new TableAsked(q, stages, lights, sort, descending, other, size, columns);
    }

    /** Whether anything is asked for beside the four filters. */
    public boolean isNarrowed() {
        return !q.isEmpty() || !stages.isEmpty() || !lights.isEmpty();
    }

    /** The columns as they stand in addresses. */
    public String columnNames() {
        return columns.stream().map(Enum::name).collect(Collectors.joining("."));
    }

    /** {@code ascending}, {@code descending}, or null where the table is not sorted by it. */
    public @Nullable String sorted(ProjectColumn column) {
        if (column != sort) {
            return null;
        }
        return descending ? "descending" : "ascending";
    }

    public List<Integer> sizes() {
        return SIZES;
    }

    private static int number(@Nullable String given, int otherwise) {
        return given != null && given.matches("[1-9]\\d{0,6}") ? Integer.parseInt(given) : otherwise;
    }

    private static <E extends Enum<E>> List<E> constants(String name, Class<E> type, HttpServletRequest request) {
        String[] given = request.getParameterValues(name);
        if (given == null) {
            return List.of();
        }
        return Arrays.stream(given)
                .filter(v -> !v.isBlank())
                .distinct()
                .map(v -> Stream.of(type.getEnumConstants())
                        .filter(c -> c.name().equals(v))
                        .findFirst()
                        .orElseThrow(() -> ApiProblem.malformed(name, v).asException()))
                .toList();
    }
}
