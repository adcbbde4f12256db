package park.pipeline.projections.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import park.pipeline.core.log.Database;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.stage.ConversionQueries.Cohort;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.Question;
import park.pipeline.projections.view.Workshop;

/** What is said of a group is what is said of its projects alone. */
class GroupedTest {
    @ParameterizedTest
    @EnumSource(
            value = Database.class,
            names = {"H2_IN_MEMORY", "POSTGRESQL"})
    void every_group_has_the_numbers_that_a_filter_gives(Database database) {
        try (Workshop workshop = new Workshop(database, StageView::new).record(31, 60)) {
            workshop.feedAll();
            ConversionQueries conversions = new ConversionQueries(workshop.jdbc, workshop.reads);
            DurationQueries durations = new DurationQueries(workshop.jdbc, workshop.reads);
            Random random = new Random(31);
            int groups = 0;
            for (int i = 0; i < 24; i++) {
                Question ask = Question.random(workshop, random);
                Dimension dimension = Dimension.values()[i % 4];
                Stage stage = Stage.values()[random.nextInt(Stage.values().length)];
                Cohort cohort = new Cohort(LocalDate.of(2000, 1, 1), LocalDate.of(2030, 1, 1));
                SortedMap<String, Conversion> byGroup = conversions
                        .by(dimension, cohort, ask.day(), ask.knownAt(), ProjectFilter.ALL)
                        .answer();
                SortedMap<String, DurationRow> days = durations
                        .by(dimension, stage, ask.day(), ask.knownAt(), ProjectFilter.ALL)
                        .answer();
                for (String group : byGroup.keySet()) {
                    if (group.isEmpty()) {
                        continue; // no filter asks for those that are unknown
                    }
                    groups++;
                    ProjectFilter one = only(dimension, group);
                    assertThat(byGroup.get(group))
                            .as("%s %s %s", dimension, group, ask)
                            .isEqualTo(conversions
                                    .conversion(cohort, ask.day(), ask.knownAt(), one)
                                    .answer());
                    DurationRow expected = durations
                            .durations(ask.day(), ask.knownAt(), one)
                            .answer()
                            .get(stage.ordinal());
                    DurationRow none = new DurationRow(stage, 0, null, null, 0, null);
                    assertThat(days.getOrDefault(group, none)).isEqualTo(expected);
                    long counted =
                            durations.distribution(stage, ask.day(), ask.knownAt(), one).answer().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum();
                    assertThat(counted).isEqualTo(expected.completed());
                }
            }
            assertThat(groups).isGreaterThan(40);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Database.class,
            names = {"H2_IN_MEMORY", "POSTGRESQL"})
    void each_day_of_registration_is_a_cohort_of_its_own(Database database) {
        try (Workshop workshop = new Workshop(database, StageView::new).record(32, 40)) {
            workshop.feedAll();
            ConversionQueries conversions = new ConversionQueries(workshop.jdbc, workshop.reads);
            LocalDate asOf = LocalDate.of(2024, 1, 1);
            Cohort all = new Cohort(LocalDate.of(2000, 1, 1), LocalDate.of(2030, 1, 1));
            SortedMap<String, Conversion> byDay = conversions
                    .by(Dimension.REGISTERED, all, asOf, null, ProjectFilter.ALL)
                    .answer();
            assertThat(byDay).hasSizeGreaterThan(10);
            byDay.forEach((day, conversion) -> assertThat(conversion)
                    .isEqualTo(conversions
                            .conversion(
                                    new Cohort(LocalDate.parse(day), LocalDate.parse(day)),
                                    asOf,
                                    null,
                                    ProjectFilter.ALL)
                            .answer()));
        }
    }

    private static ProjectFilter only(Dimension dimension, String value) {
        List<String> none = List.of();
        List<String> one = List.of(value);
        return switch (dimension) {
            case INDUSTRY -> new ProjectFilter(one, none, none, none);
            case TEAM -> new ProjectFilter(none, one, none, none);
            case ORIGIN -> new ProjectFilter(none, none, one, none);
            case KIND -> new ProjectFilter(none, none, none, one);
            case REGISTERED -> throw new IllegalArgumentException("No filter");
        };
    }
}
