package park.pipeline.api.pages.overview;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import park.pipeline.api.pages.PageTime;
import park.pipeline.api.targets.Target;
import park.pipeline.api.targets.Targets;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.stage.ReachedQueries;
import park.pipeline.projections.stage.ReachedQueries.Reached;
import park.pipeline.projections.view.ProjectFilter;

/** Signed, started, in production: the year of the day, up to the day, beside its targets. */
@Component
class Kpis {
    private final ReachedQueries reached;
    private final Targets targets;

    Kpis(ReachedQueries reached, Targets targets) {
        this.reached = reached;
        this.targets = targets;
    }

    List<Kpi> of(PageTime time, ProjectFilter filter) {
        LocalDate day = time.asOf();
        Map<Stage, Reached> found = reached.reached(day.withDayOfYear(1), day, time.knownAt(), filter)
                .answer();
        // Targets are the park's: beside a part of its projects they would say nothing.
        Target target = filter.equals(ProjectFilter.ALL) ? targets.of(day.getYear()) : Target.NONE;
        int elapsed = 100 * day.getDayOfYear() / day.lengthOfYear();
        Reached contracts = found.getOrDefault(Stage.CONTRACT, Reached.NONE);
        return List.of(
                projects("contracts", contracts, target.contracts(), elapsed),
                new Kpi(
                        "contractInvestment",
                        true,
                        contracts.investmentCny(),
                        null,
                        unknown(contracts),
                        target.contractInvestmentCny(),
                        elapsed),
                projects(
                        "constructionStarts",
                        found.getOrDefault(Stage.CONSTRUCTION, Reached.NONE),
                        target.constructionStarts(),
                        elapsed),
                projects(
                        "productions",
                        found.getOrDefault(Stage.PRODUCTION, Reached.NONE),
                        target.productions(),
                        elapsed));
    }

    private static Kpi projects(String key, Reached reached, @Nullable Long target, int elapsed) {
        return new Kpi(
                key,
                false,
                BigInteger.valueOf(reached.projects()),
                reached.projects() > 0 && reached.known() == 0 ? null : reached.investmentCny(),
                unknown(reached),
                target,
                elapsed);
    }

    private static long unknown(Reached reached) {
        return reached.projects() - reached.known();
    }
}
