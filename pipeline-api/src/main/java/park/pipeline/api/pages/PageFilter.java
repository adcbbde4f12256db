package park.pipeline.api.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import park.pipeline.projections.view.ProjectFilter;

/** The four filters of a page, as they stand in its address. */
public record PageFilter(ProjectFilter filter) {
    /** Whether all projects are meant. */
    public boolean isAll() {
        return filter.equals(ProjectFilter.ALL);
    }

    /** How many values are chosen, of all four together. */
    public int chosen() {
        return filter.industry().size()
                + filter.team().size()
                + filter.origin().size()
                + filter.kind().size();
    }

    /** As parameters of an address, {@code industry=…&team=…}; empty where nothing is chosen. */
    public String query() {
        return Stream.of(
                        parameters("industry", filter.industry()),
                        parameters("team", filter.team()),
                        parameters("origin", filter.origin()),
                        parameters("kind", filter.kind()))
                .flatMap(s -> s)
                .collect(Collectors.joining("&"));
    }

    private static Stream<String> parameters(String name, List<String> values) {
        return values.stream().map(v -> name + "=" + URLEncoder.encode(v, StandardCharsets.UTF_8));
    }
}
