package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static park.pipeline.core.project.ProjectScenario.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PrecisionTest {
    private static final LocalDate TODAY = LocalDate.parse("2024-06-20");

    @Test
    void any_day_is_exact() {
        assertThat(allowedOf(Precision.DAY)).hasSize(537);
    }

    @Test
    void a_month_is_its_last_day_or_today() {
        assertThat(allowedOf(Precision.MONTH))
                .startsWith("2023-01-31", "2023-02-28", "2023-03-31", "2023-04-30")
                .contains("2024-02-29")
                .endsWith("2024-04-30", "2024-05-31", "2024-06-20")
                .hasSize(18);
    }

    @Test
    void a_quarter_is_its_last_day_or_today() {
        assertThat(allowedOf(Precision.QUARTER))
                .containsExactly("2023-03-31", "2023-06-30", "2023-09-30", "2023-12-31", "2024-03-31", "2024-06-20");
    }

    @Test
    void a_year_is_its_last_day_or_today() {
        assertThat(allowedOf(Precision.YEAR)).containsExactly("2023-12-31", "2024-06-20");
    }

    @Test
    void the_last_day_of_a_period_is_allowed_on_that_very_day() {
        LocalDate lastDay = LocalDate.parse("2024-12-31");
        for (Precision precision : Precision.values()) {
            assertThat(precision.allows(lastDay, lastDay)).isTrue();
        }
    }

    private static List<String> allowedOf(Precision precision) {
        return LocalDate.parse("2023-01-01")
                .datesUntil(TODAY)
                .filter(day -> precision.allows(day, TODAY))
                .map(LocalDate::toString)
                .collect(Collectors.collectingAndThen(Collectors.toList(), days -> {
                    if (precision.allows(TODAY, TODAY)) {
                        days.add(TODAY.toString());
                    }
                    return days;
                }));
    }
}
