package park.pipeline.api.pages;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import park.pipeline.api.wiring.PipelineSettings;
import park.pipeline.projections.calendar.BusyDay;
import park.pipeline.projections.calendar.HappenedDays;
import park.pipeline.projections.calendar.RecordedDays;

/** {@code GET /time/marks}: the days at which the sliders of the time bar have a mark. */
@Controller
class MarksController {
    /**
     * Days since 1970, in order.
     *
     * @param occurred on which something happened
     * @param recorded on which something became known
     */
    record Marks(List<Long> occurred, List<Long> recorded) {}

    private final HappenedDays happened;
    private final RecordedDays recorded;
    private final PipelineSettings settings;

    MarksController(HappenedDays happened, RecordedDays recorded, PipelineSettings settings) {
        this.happened = happened;
        this.recorded = recorded;
        this.settings = settings;
    }

    @GetMapping("/time/marks")
    @ResponseBody
    Marks marks() {
        return new Marks(
                days(happened.days(null).answer()),
                days(recorded.days(settings.zone()).answer()));
    }

    private static List<Long> days(List<BusyDay> days) {
        return days.stream().map(busy -> busy.day().toEpochDay()).toList();
    }
}
