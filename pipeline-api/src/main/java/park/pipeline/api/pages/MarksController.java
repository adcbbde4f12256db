package park.pipeline.api.pages;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** {@code GET /time/marks}: the days at which the sliders of the time bar have a mark. */
@Controller
class MarksController {
    /** Days since 1970, in order. */
    record Marks(List<Long> occurred, List<Long> recorded) {}

    @GetMapping("/time/marks")
    @ResponseBody
    Marks marks() {
        return new Marks(List.of(), List.of());
    }
}
