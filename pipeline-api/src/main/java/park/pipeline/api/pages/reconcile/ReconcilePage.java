package park.pipeline.api.pages.reconcile;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;
import park.pipeline.api.pages.Format;
import park.pipeline.api.pages.PageFilter;
import park.pipeline.api.pages.PageTime;
import park.pipeline.api.pages.WallClock;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.api.wiring.PipelineSettings;
import park.pipeline.core.log.Micros;
import park.pipeline.projections.funnel.ExplainingEvent;
import park.pipeline.projections.funnel.ReconcileQueries;
import park.pipeline.projections.funnel.ReconciledPage;

/**
 * {@code GET /reconcile}: the report that one holds in one's hand beside that of the time bar, which shows now unless it
 * is told otherwise. The bar is the one place where the second instant stands: an address with {@code knownAt2} leads to
 * the one where it is the bar's.
 */
@Controller
class ReconcilePage {
    private static final int EVENTS = 100;

    private final ReconcileQueries queries;
    private final Offers offers;
    private final PipelineSettings settings;

    ReconcilePage(ReconcileQueries queries, Offers offers, PipelineSettings settings) {
        this.queries = queries;
        this.offers = offers;
        this.settings = settings;
    }

    @GetMapping("/reconcile")
    String reconcile(
            PageTime time,
            PageFilter filter,
            HttpServletRequest request,
            @ModelAttribute("fmt") Format fmt,
            Model model) {
        Instant first = WallClock.instant("knownAt1", request, settings.zone());
        Instant second = WallClock.instant("knownAt2", request, settings.zone());
        if (second != null) {
            return "redirect:" + withTimeOfBar(second, request);
        }
        model.addAttribute("filter", filter);
        model.addAttribute("knownAt1", first);
        model.addAttribute("knownAt1Text", first == null ? "" : Micros.text(first));
        if (first == null) {
            model.addAttribute("offered", offers.until(time.today()));
        } else {
            model.addAttribute("signed", new Signed(fmt));
            add(
                    queries.page(time.asOf(), first, time.knownAt(), filter.filter(), after(request), EVENTS)
                            .answer(),
                    request,
                    model);
        }
        return "reconcile/page";
    }

    private static void add(ReconciledPage found, HttpServletRequest request, Model model) {
        List<ShareSum> sums = ShareSum.of(found);
        List<ExplainingEvent> events = found.page().events();
        model.addAttribute("sums", sums);
        model.addAttribute("total", ShareSum.total(sums));
        model.addAttribute("explained", sums.stream().allMatch(ShareSum::isExplained));
        model.addAttribute("events", events);
        model.addAttribute("count", found.all().events());
        model.addAttribute("firstNumber", found.earlier().events() + 1);
        model.addAttribute("paged", events.size() < found.all().events());
        model.addAttribute("firstPage", found.earlier().events() == 0 ? null : page(null, request));
        model.addAttribute(
                "nextPage", found.page().more() ? page(events.getLast().position(), request) : null);
    }

    private static String withTimeOfBar(Instant second, HttpServletRequest request) {
        return UriComponentsBuilder.fromPath("/reconcile")
                .query(request.getQueryString())
                .replaceQueryParam("knownAt2")
                .replaceQueryParam("knownAt", Micros.text(second))
                .build()
                .toUriString();
    }

    private static String page(@Nullable Long after, HttpServletRequest request) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/reconcile")
                .query(request.getQueryString())
                .replaceQueryParam("cursor");
        return (after == null ? address : address.queryParam("cursor", after))
                .build()
                .toUriString();
    }

    /** The position of the last event of the page before. */
    private static long after(HttpServletRequest request) {
        String cursor = request.getParameter("cursor");
        if (cursor == null || cursor.isBlank()) {
            return 0;
        }
        if (!cursor.matches("\\d{1,18}")) {
            throw ApiProblem.malformed("cursor", cursor).asException();
        }
        return Long.parseLong(cursor);
    }
}
