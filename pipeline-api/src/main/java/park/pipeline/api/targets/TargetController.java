package park.pipeline.api.targets;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import park.pipeline.api.http.Query;
import park.pipeline.api.http.Reads;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.core.input.FieldChecks;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.stage.ReachedQueries;
import park.pipeline.projections.stage.ReachedQueries.Reached;
import park.pipeline.projections.stage.StageView;
import park.pipeline.projections.view.Positioned;
import park.pipeline.projections.view.ProjectFilter;

/** The targets of a year: set by administrators, seen by all beside what was reached. */
@RestController
class TargetController {
    record TargetBody(
            @Nullable Long contracts,
            @Nullable Long contractInvestmentCny,
            @Nullable Long constructionStarts,
            @Nullable Long productions) {}

    private final Targets targets;
    private final ReachedQueries queries;
    private final Catalogue catalogue;
    private final Reads reads;

    TargetController(Targets targets, ReachedQueries queries, Catalogue catalogue, Reads reads) {
        this.targets = targets;
        this.queries = queries;
        this.catalogue = catalogue;
        this.reads = reads;
    }

    @PutMapping("/api/admin/targets/{year}")
    ResponseEntity<TargetAnswer> set(
            @PathVariable String year, @RequestBody TargetBody body, Query query, Principal actor) {
        query.knows().done();
        int of = year(year);
        FieldChecks checks = new FieldChecks();
        Target target = new Target(
                checks.amount("contracts", body.contracts()),
                checks.amount("contractInvestmentCny", body.contractInvestmentCny()),
                checks.amount("constructionStarts", body.constructionStarts()),
                checks.amount("productions", body.productions()));
        checks.done();
        targets.set(of, target, actor.getName());
        return answer(of, LocalDate.of(of, 12, 31), null, ProjectFilter.ALL);
    }

    /** As of a day of that year, as known at an instant; without them the whole year, as known now. */
    @GetMapping("/api/targets/{year}")
    ResponseEntity<TargetAnswer> one(@PathVariable String year, HttpServletRequest request, Query query) {
        query.knows("asOf", "knownAt", "industry", "team", "origin", "kind");
        int of = year(year);
        LocalDate asOf = query.day("asOf");
        Instant knownAt = query.instant("knownAt");
        ProjectFilter filter = query.filter(catalogue);
        query.done();
        reads.await(StageView.NAME, request);
        LocalDate last = LocalDate.of(of, 12, 31);
        return answer(of, asOf == null || asOf.isAfter(last) ? last : asOf, knownAt, filter);
    }

    private ResponseEntity<TargetAnswer> answer(
            int year, LocalDate to, @Nullable Instant knownAt, ProjectFilter filter) {
        Positioned<Map<Stage, Reached>> reached = queries.reached(LocalDate.of(year, 1, 1), to, knownAt, filter);
        return Reads.at(reached.position(), TargetAnswer.of(year, targets.of(year), reached.answer()));
    }

    private static int year(String text) {
        int year = text.matches("\\d{4}") ? Integer.parseInt(text) : 0;
        if (year < FieldChecks.FIRST_DAY.getYear()) {
            throw ApiProblem.notFound().asException();
        }
        return year;
    }
}
