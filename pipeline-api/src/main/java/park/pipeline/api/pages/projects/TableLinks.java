package park.pipeline.api.pages.projects;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.pages.PageFilter;
import park.pipeline.api.pages.PageTime;

/** Addresses of the same table with one thing changed. Each names its columns, so that it shows the same to everybody. */
public record TableLinks(TableAsked asked, PageTime time, PageFilter filter) {
    static final String PAGE = "/projects";

    public String page(int page) {
        return address(PAGE, true, asked.sort(), asked.descending(), page, asked.size());
    }

    public String size(int size) {
        return address(PAGE, true, asked.sort(), asked.descending(), 1, size);
    }

    /**
     * What a click on the head of a column asks for: its order, then the other way round, then none. Numbers begin with the
     * largest.
     */
    public String sort(ProjectColumn column) {
        boolean first = column.isNumber();
        boolean fresh = asked.sort() != column;
        boolean turned = !fresh && asked.descending() != first;
        return address(PAGE, true, turned ? null : column, fresh == first, 1, asked.size());
    }

    /** All that one sees, and on the pages that follow, as a file. */
    public String file(String ending) {
        return address(PAGE + "/export." + ending, true, asked.sort(), asked.descending(), 1, TableAsked.USUAL_SIZE);
    }

    /** All projects, in the same order. */
    public String unfiltered() {
        return address(PAGE, false, asked.sort(), asked.descending(), 1, asked.size());
    }

    private String address(
            String path, boolean filtered, @Nullable ProjectColumn sort, boolean descending, int page, int size) {
        List<String> parts = new ArrayList<>();
        parts.add(time.query());
        if (filtered) {
            parts.add(asked.q().isEmpty() ? "" : "q=" + URLEncoder.encode(asked.q(), StandardCharsets.UTF_8));
            asked.stages().forEach(stage -> parts.add("stage=" + stage));
            asked.lights().forEach(light -> parts.add("overdue=" + light));
            parts.add(filter.query());
        }
        parts.add(sort == null ? "" : "sort=" + sort + (descending ? "&dir=desc" : ""));
        parts.add(page == 1 ? "" : "page=" + page);
        parts.add(size == TableAsked.USUAL_SIZE ? "" : "size=" + size);
        parts.add("cols=" + asked.columnNames());
        parts.removeIf(String::isEmpty);
        return path + "?" + String.join("&", parts);
    }
}
