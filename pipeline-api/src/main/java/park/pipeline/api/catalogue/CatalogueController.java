package park.pipeline.api.catalogue;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import park.pipeline.api.http.Query;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.core.catalogue.Term;

/** {@code GET /api/catalogue}: all codes with their words in Chinese and English. */
@RestController
class CatalogueController {
    record CatalogueAnswer(
            List<Term> industries,
            List<Term> origins,
            List<Term> permits,
            List<Term> reasons,
            List<Term> stages,
            List<Term> kinds,
            List<Term> chainEffects,
            List<Term> channels,
            List<Term> precisions) {}

    private final CatalogueAnswer answer;

    CatalogueController(Catalogue catalogue) {
        answer = new CatalogueAnswer(
                catalogue.industries().all(),
                catalogue.origins().all(),
                catalogue.permits().all(),
                catalogue.reasons().all(),
                catalogue.stages().all(),
                catalogue.kinds().all(),
                catalogue.chainEffects().all(),
                catalogue.channels().all(),
                catalogue.precisions().all());
    }

    @GetMapping("/api/catalogue")
    CatalogueAnswer catalogue(Query query) {
        query.knows().done();
        return answer;
    }
}
