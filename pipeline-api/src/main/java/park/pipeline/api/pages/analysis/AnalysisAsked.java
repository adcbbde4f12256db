package park.pipeline.api.pages.analysis;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.http.StrictValues;
import park.pipeline.api.pages.PageTime;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.funnel.TrendStep;
import park.pipeline.projections.stage.ConversionQueries.Cohort;
import park.pipeline.projections.stage.Dimension;

/**
 * What the address of the analysis asks for. What makes no sense in it is passed over.
 *
 * @param step how long the periods are by which cohorts are compared
 * @param dimension by what groups are made
 * @param stage whose days are looked at
 */
public record AnalysisAsked(Cohort cohort, TrendStep step, Dimension dimension, Stage stage) {
    /** Before the first park that would use this. */
    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);

    static AnalysisAsked of(HttpServletRequest request, PageTime time) {
        return new AnalysisAsked(
                cohort("cohortFrom", "cohortTo", request, time),
                constant("step", TrendStep.YEAR, request),
                constant("by", Dimension.INDUSTRY, request),
                constant("stage", Stage.PERMITTING, request));
    }

    /** From the first project to the day, where no days are given; the other way round they are turned. */
    static Cohort cohort(String from, String to, HttpServletRequest request, PageTime time) {
        LocalDate first = day(request.getParameter(from), FIRST);
        LocalDate last = day(request.getParameter(to), time.asOf());
        return first.isAfter(last) ? new Cohort(last, first) : new Cohort(first, last);
    }

    /** Whether the cohort begins where all do: then no day is shown. */
    public boolean isFromTheFirst() {
        return cohort.from().equals(FIRST);
    }

    private static LocalDate day(@Nullable String text, LocalDate otherwise) {
        LocalDate day = text == null ? null : StrictValues.day(text);
        return day == null ? otherwise : day;
    }

    private static <E extends Enum<E>> E constant(String name, E otherwise, HttpServletRequest request) {
        String given = request.getParameter(name);
        return Stream.of(otherwise.getDeclaringClass().getEnumConstants())
                .filter(c -> c.name().equals(given))
                .findFirst()
                .orElse(otherwise);
    }
}
