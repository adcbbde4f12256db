package park.pipeline.api.pages.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.funnel.TrendStep;
import park.pipeline.projections.stage.Conversion;
import park.pipeline.projections.stage.DurationRow;

/** What is not shown is said to be left out: groups by their size, cohorts by their age. */
class GroupRowsTest {
    @Test
    void the_largest_groups_come_first_and_the_rest_is_counted() {
        SortedMap<String, Conversion> teams = new TreeMap<>();
        for (int i = 1; i <= 45; i++) {
            teams.put("team " + i, cohort(i));
        }
        GroupRows largest = GroupRows.of(teams, new TreeMap<>(), false, code -> code);
        assertThat(largest.shown()).hasSize(40);
        assertThat(largest.shown().getFirst().name()).isEqualTo("team 45");
        assertThat(largest.shown().getLast().name()).isEqualTo("team 6");
        assertThat(largest.leftOut()).isEqualTo(5);
        GroupRows all = GroupRows.of(teams, new TreeMap<>(), true, code -> code);
        assertThat(all.shown()).hasSize(45);
        assertThat(all.leftOut()).isZero();
    }

    @Test
    void a_group_without_projects_in_the_cohort_still_shows_its_days() {
        SortedMap<String, DurationRow> days = new TreeMap<>();
        DurationRow row = new DurationRow(Stage.CONTRACT, 3, 10L, 20L, 0, null);
        days.put("old", row);
        GroupRow only =
                GroupRows.of(new TreeMap<>(), days, false, code -> code).shown().getFirst();
        assertThat(only.conversion().cohort()).isZero();
        assertThat(only.conversion().stages()).hasSize(8).allMatch(s -> s.reached() == 0);
        assertThat(only.days()).isEqualTo(row);
    }

    @Test
    void days_of_registration_come_together_as_periods_the_newest_first() {
        SortedMap<String, Conversion> days = new TreeMap<>();
        days.put("2024-03-31", cohort(1));
        days.put("2024-04-01", cohort(2));
        days.put("2024-06-30", cohort(3));
        Periods quarters = Periods.of(days, TrendStep.QUARTER);
        assertThat(quarters.newest())
                .extracting(p -> p.name() + ": " + p.conversion().cohort())
                .containsExactly("2024 Q2: 5", "2024 Q1: 1");
        for (int year = 1950; year < 2024; year++) {
            days.put(year + "-01-01", cohort(1));
        }
        Periods years = Periods.of(days, TrendStep.YEAR);
        assertThat(years.newest()).hasSize(60);
        assertThat(years.newest().getFirst().name()).isEqualTo("2024");
        assertThat(years.leftOut()).isEqualTo(15);
    }

    private static Conversion cohort(long size) {
        return new Conversion(size, 0, size, Conversion.NONE.stages());
    }
}
