package park.pipeline.projections.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.view.ProjectFilter.Conditions;

/** A search as conditions on the columns of {@link ProjectState}. */
final class SearchConditions {
    private SearchConditions() {}

    /** @param day the day to which days in stage are counted */
    static void add(Conditions conditions, ProjectSearch search, StageLimits limits, LocalDate day) {
        search.filter().addTo(conditions);
        conditions.anyOf("stage", search.stages().stream().map(Stage::name).toList());
        addWords(conditions, search.words());
        addLights(conditions, search.lights(), limits, day);
    }

    private static void addWords(Conditions conditions, List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        String any = String.join(
                " or ", words.stream().map(w -> "search_text like ? escape '!'").toList());
        conditions.and(
                "(" + any + ")", words.stream().map(SearchConditions::pattern).toArray());
    }

    private static String pattern(String word) {
        String escaped = ProjectState.searchable(word)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + escaped + "%";
    }

    private static void addLights(Conditions conditions, List<Light> lights, StageLimits limits, LocalDate day) {
        if (lights.isEmpty()) {
            return;
        }
        List<String> clauses = new ArrayList<>();
        List<Object> arguments = new ArrayList<>();
        limits.days().forEach((stage, limit) -> {
            LocalDate lastYellow = limits.lastEntryWith(Light.YELLOW, limit, day);
            LocalDate lastRed = limits.lastEntryWith(Light.RED, limit, day);
            if (lights.contains(Light.RED)) {
                clauses.add("(stage = ? and stage_since <= ?)");
                arguments.addAll(List.of(stage.name(), lastRed));
            }
            if (lights.contains(Light.YELLOW)) {
                clauses.add("(stage = ? and stage_since <= ? and stage_since > ?)");
                arguments.addAll(List.of(stage.name(), lastYellow, lastRed));
            }
        });
        conditions.and(clauses.isEmpty() ? "1 = 0" : "(" + String.join(" or ", clauses) + ")", arguments.toArray());
    }
}
