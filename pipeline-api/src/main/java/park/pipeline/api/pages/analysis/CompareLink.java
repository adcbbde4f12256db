package park.pipeline.api.pages.analysis;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.pages.PageFilter;
import park.pipeline.api.pages.PageTime;
import park.pipeline.projections.stage.Dimension;

/**
 * From the analysis to the comparison: group A is what one looks at, B all projects, both of the same cohort.
 *
 * @param parameters by name
 */
public record CompareLink(Map<String, String> parameters, Dimension dimension, PageTime time) {
    static CompareLink of(AnalysisAsked asked, PageFilter filter, PageTime time) {
        Map<String, String> parameters = new LinkedHashMap<>();
        one("aIndustry", filter.filter().industry(), parameters);
        one("aTeam", filter.filter().team(), parameters);
        one("aOrigin", filter.filter().origin(), parameters);
        one("aKind", filter.filter().kind(), parameters);
        for (String side : List.of("a", "b")) {
            day(side + "From", asked.from(), parameters);
            day(side + "To", asked.to(), parameters);
        }
        parameters.put("stage", asked.stage().name());
        return new CompareLink(parameters, asked.dimension(), time);
    }

    public String address() {
        return address(parameters);
    }

    /** With one of the groups as A. */
    public String ofGroup(String code) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        String name = dimension.name();
        more.put("a" + name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT), code);
        return address(more);
    }

    private String address(Map<String, String> of) {
        return time.link("/analysis/compare?"
                + of.entrySet().stream()
                        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    private static void day(String name, @Nullable String day, Map<String, String> into) {
        if (day != null) {
            into.put(name, day);
        }
    }

    /** A group of the comparison has one value of each kind: of several none is the right one. */
    private static void one(String name, List<String> values, Map<String, String> into) {
        if (values.size() == 1) {
            into.put(name, values.getFirst());
        }
    }
}
