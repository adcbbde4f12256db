package park.pipeline.api.pages.analysis;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.pages.PageTime;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.funnel.TrendStep;
import park.pipeline.projections.stage.ConversionQueries.Cohort;
import park.pipeline.projections.stage.Dimension;

/**
 * What the address of the analysis asks for.
 *
 * @param from the first day of registration as given; null for the first there is
 * @param to the last one; null for the day of the page
 * @param step how long the periods are by which cohorts are compared
 * @param dimension by what groups are made
 * @param stage whose days are looked at
 * @param allGroups whether all groups are shown, and not only the largest
 */
public record AnalysisAsked(
        Cohort cohort,
        @Nullable String from,
        @Nullable String to,
        TrendStep step,
        Dimension dimension,
        Stage stage,
        boolean allGroups) {
    static AnalysisAsked of(HttpServletRequest request, PageTime time) {
        Given given = new Given(request);
        Dimension dimension = given.constant("by", Dimension.INDUSTRY);
        if (dimension == Dimension.REGISTERED) {
            throw ApiProblem.malformed("by", dimension.name()).asException();
        }
        return new AnalysisAsked(
                given.cohort("cohortFrom", "cohortTo", time.asOf()),
                given.text("cohortFrom"),
                given.text("cohortTo"),
                given.constant("step", TrendStep.YEAR),
                dimension,
                given.constant("stage", Stage.PERMITTING),
                "all".equals(given.text("groups")));
    }
}
