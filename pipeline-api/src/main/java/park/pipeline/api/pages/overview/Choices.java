package park.pipeline.api.pages.overview;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import park.pipeline.api.pages.PageTime;
import park.pipeline.projections.funnel.TrendStep;

/** Takes the {@link Choice} of both parts of the overview from the address. */
@ControllerAdvice(assignableTypes = {OverviewPage.class, MovementPage.class})
class Choices {
    @ModelAttribute("choice")
    Choice choice(
            PageTime time,
            @RequestParam(defaultValue = "MONTH") TrendStep step,
            @RequestParam(defaultValue = "count") String measure,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to) {
        return new Choice(step, measure.equals("amount"), from, to).at(time.asOf());
    }
}
