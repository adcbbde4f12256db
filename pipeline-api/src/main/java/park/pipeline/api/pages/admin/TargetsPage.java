package park.pipeline.api.pages.admin;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import park.pipeline.api.pages.PageTime;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.api.targets.Targets;
import park.pipeline.core.input.FieldChecks;
import park.pipeline.projections.stage.ReachedQueries;
import park.pipeline.projections.view.ProjectFilter;

/** {@code GET /admin/targets}: years with their targets beside what was reached; {@code form} is the sheet that sets one year. */
@Controller
class TargetsPage {
    private static final int YEARS = 10;
    private static final int HISTORY = 50;
    private static final int LAST = 9_999;

    private final Targets targets;
    private final ReachedQueries reached;

    TargetsPage(Targets targets, ReachedQueries reached) {
        this.targets = targets;
        this.reached = reached;
    }

    @GetMapping("/admin/targets")
    String targets(PageTime time, Model model) {
        model.addAttribute("years", years(time));
        model.addAttribute("next", time.today().getYear() + 1);
        model.addAttribute("history", targets.history(HISTORY));
        return "admin/targets";
    }

    @GetMapping("/admin/targets/form")
    String form(@RequestParam int year, Model model) {
        if (year < FieldChecks.FIRST_DAY.getYear() || year > LAST) {
            throw ApiProblem.notFound().asException();
        }
        model.addAttribute("year", year);
        model.addAttribute("now", targets.of(year));
        return "admin/target";
    }

    /** Those that have targets, and this year in any case; the last one first. */
    private List<TargetYear> years(PageTime time) {
        NavigableMap<Integer, Targets.@Nullable Set> sets = new TreeMap<>();
        sets.put(time.asOf().getYear(), null);
        targets.inForce(YEARS).forEach(set -> sets.put(set.year(), set));
        return sets.descendingMap().entrySet().stream()
                .map(year -> year(year.getKey(), year.getValue(), time))
                .toList();
    }

    private TargetYear year(int year, Targets.@Nullable Set set, PageTime time) {
        LocalDate last = LocalDate.of(year, 12, 31);
        LocalDate to = time.asOf().isBefore(last) ? time.asOf() : last;
        return TargetYear.of(
                year,
                set,
                reached.reached(LocalDate.of(year, 1, 1), to, time.knownAt(), ProjectFilter.ALL)
                        .answer());
    }
}
