package park.pipeline.projections.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import park.pipeline.core.log.Database;
import park.pipeline.core.project.Enterprise;
import park.pipeline.core.project.Likeness;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.view.ProjectFilter;
import park.pipeline.projections.view.Workshop;

/** Who registers a lead is told of the projects that its enterprise has already; to look for them costs the same in every park. */
class SimilarProjectsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final ProjectSearch ALL = new ProjectSearch(ProjectFilter.ALL, List.of(), List.of(), List.of());
    private static final String CREDIT_CODE = "91630000MA752JXK5P";

    @ParameterizedTest
    @EnumSource(
            value = Database.class,
            names = {"H2_IN_MEMORY", "POSTGRESQL"})
    void those_of_the_same_name_or_credit_code_are_found_in_their_order(Database database) {
        int most = 0;
        for (long seed = 1; seed <= 3; seed++) {
            try (Workshop workshop = new Workshop(database, ProjectView::new).record(seed, 40)) {
                workshop.feedAll();
                ProjectQueries queries = new ProjectQueries(workshop.jdbc, workshop.reads, () -> StageLimits.DEFAULT);
                List<ProjectItem> all = queries.list(ALL, 0, 500, ProjectTime.now(TODAY))
                        .answer()
                        .items();
                for (ProjectItem one : all) {
                    List<ProjectItem> similar = queries.similar(one.id(), one.enterprise(), TODAY);
                    assertThat(similar).as("seed %d, %s", seed, one).isEqualTo(oneByOne(all, one));
                    most = Math.max(most, similar.size());
                }
            }
        }
        assertThat(most).as("some of these have the most that are shown").isEqualTo(5);
    }

    private static List<ProjectItem> oneByOne(List<ProjectItem> all, ProjectItem one) {
        String name = Likeness.of(one.enterprise().name());
        String code = one.enterprise().creditCode();
        return all.stream()
                .filter(p -> !p.id().equals(one.id()) && p.stage() != Stage.WITHDRAWN)
                .filter(p -> Likeness.of(p.enterprise().name()).equals(name)
                        || code != null && code.equals(p.enterprise().creditCode()))
                .limit(5)
                .toList();
    }

    /** PostgreSQL would rather read a small table from end to end, and is not asked. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = CREDIT_CODE)
    void they_are_looked_up_by_their_indexes(String creditCode) {
        try (Workshop workshop = new Workshop(Database.H2_IN_MEMORY, ProjectView::new).record(4, 5)) {
            workshop.feedAll();
            Explained explained = new Explained(workshop.jdbc.getDataSource());
            ProjectQueries queries = new ProjectQueries(explained, workshop.reads, () -> StageLimits.DEFAULT);

            queries.similar(UUID.randomUUID(), new Enterprise("某公司", creditCode), TODAY);

            assertThat(explained.plans).hasSize(1);
            assertThat(explained.plans.getFirst())
                    .contains("PROJECT_ROW_LIKENESS")
                    .contains(creditCode == null ? "" : "PROJECT_ROW_CREDIT_CODE")
                    .doesNotContain("tableScan")
                    .doesNotContain("index sorted");
        }
    }

    /** Keeps how the database answers each question. */
    private static final class Explained extends JdbcTemplate {
        final List<String> plans = new ArrayList<>();

        Explained(DataSource dataSource) {
            super(dataSource);
        }

        @Override
        public <T> List<T> query(String sql, RowMapper<T> rows, Object... arguments) {
            plans.add(String.join("\n", super.query("explain " + sql, (row, i) -> row.getString(1), arguments)));
            return super.query(sql, rows, arguments);
        }
    }
}
