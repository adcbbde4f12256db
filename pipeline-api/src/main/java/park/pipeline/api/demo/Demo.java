package park.pipeline.api.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import park.pipeline.core.catalogue.Catalogue;

/** All that the demo tells, in the order in which it became known; the same each time. */
final class Demo {
    private static final long SEED = 20231101;
    private static final int INVENTED = 120;
    private static final LocalDate FIRST_LEAD = LocalDate.of(2023, 9, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 20);
    private static final int DAYS_OF_LEADS = 1_140;

    private Demo() {}

    static List<DemoStep> steps(Catalogue catalogue) {
        List<DemoStep> steps = new ArrayList<>();
        steps.addAll(ShenyingHistory.phaseOne());
        steps.addAll(ShenyingHistory.phaseTwo());
        steps.addAll(ArticleProjects.steps(catalogue));
        Random random = new Random(SEED);
        for (int number = 1; number <= INVENTED; number++) {
            LocalDate lead = FIRST_LEAD.plusDays(random.nextInt(DAYS_OF_LEADS));
            steps.addAll(new InventedProject(number, lead, LAST_DAY, random).life());
        }
        // Stable, so that what one project tells at one instant stays in its order.
        steps.sort(Comparator.comparing(DemoStep::recordedAt));
        return steps;
    }
}
