package park.pipeline.api.pages.reconcile;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import park.pipeline.api.pages.PageFilter;
import park.pipeline.api.pages.PageTime;
import park.pipeline.api.pages.WallClock;
import park.pipeline.api.wiring.PipelineSettings;
import park.pipeline.core.log.Micros;
import park.pipeline.projections.calendar.BusyDay;
import park.pipeline.projections.calendar.RecordedDays;
import park.pipeline.projections.funnel.ReconcileQueries;
import park.pipeline.projections.funnel.Reconciliation;

/**
 * {@code GET /reconcile}: the report that one holds in one's hand beside that of now, or of another instant. The second
 * instant is {@code knownAt2}, or else that of the time bar.
 */
@Controller
class ReconcilePage {
    /** All at once, so that the page can prove that the shares add up; beyond that the interface pages. */
    private static final int MOST = 2_000;

    private static final int DAYS_OFFERED = 12;

    /** An instant to choose, and how it is told. */
    public record Offered(LocalDate day, String instant) {}

    private final ReconcileQueries queries;
    private final RecordedDays recorded;
    private final PipelineSettings settings;

    ReconcilePage(ReconcileQueries queries, RecordedDays recorded, PipelineSettings settings) {
        this.queries = queries;
        this.recorded = recorded;
        this.settings = settings;
    }

    @GetMapping("/reconcile")
    String reconcile(PageTime time, PageFilter filter, HttpServletRequest request, Model model) {
        Instant first = WallClock.instant("knownAt1", request, settings.zone());
        Instant second = WallClock.instant("knownAt2", request, settings.zone());
        Instant later = second == null ? time.knownAt() : second;
        model.addAttribute("filter", filter);
        model.addAttribute("knownAt1", first);
        model.addAttribute("knownAt1Text", text(first));
        model.addAttribute("knownAt2", later);
        model.addAttribute("knownAt2Text", text(second));
        model.addAttribute("offered", offered(time.today()));
        if (first != null) {
            Reconciliation found = queries.reconcile(time.asOf(), first, later, filter.filter(), 0, MOST)
                    .answer();
            List<ShareSum> sums = found.stages().stream()
                    .map(stage -> ShareSum.of(stage, found.events()))
                    .toList();
            model.addAttribute("sums", sums);
            model.addAttribute("events", found.events());
            model.addAttribute("more", found.more());
            model.addAttribute("explained", ShareSum.allExplained(sums));
        }
        return "reconcile/page";
    }

    private static String text(@Nullable Instant instant) {
        return instant == null ? "" : Micros.text(instant);
    }

    /** The end of last month, when its report was made; and the last days on which something became known. */
    private List<Offered> offered(LocalDate today) {
        List<BusyDay> days = recorded.days(settings.zone()).answer();
        LocalDate lastMonth = today.withDayOfMonth(1).minusDays(1);
        return Stream.concat(
                        Stream.of(lastMonth),
                        days.reversed().stream()
                                .map(BusyDay::day)
                                .filter(day -> day.isBefore(today) && !day.equals(lastMonth))
                                .limit(DAYS_OFFERED))
                .map(day -> new Offered(day, text(endOf(day))))
                .toList();
    }

    private Instant endOf(LocalDate day) {
        return day.atTime(LocalTime.MAX).atZone(settings.zone()).toInstant();
    }
}
