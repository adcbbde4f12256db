package park.pipeline.api.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import park.pipeline.api.imports.row.RowError;
import park.pipeline.api.imports.row.RowReader;
import park.pipeline.api.imports.row.SoundRow;
import park.pipeline.api.imports.table.ImportFile;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.core.project.Claim;
import park.pipeline.core.project.Refused;

class ImportRunTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final RowReader READER = new RowReader(Catalogue.withIndustries(null));
    private static final String HEADING =
            "reference,name,enterprise,industry,lead,withdrawn,withdrawReason,precision\n";

    private final Shelf shelf = new Shelf();
    private final List<ImportCounts> saved = new ArrayList<>();
    private final List<RowError> errors = new ArrayList<>();

    @Test
    void rows_are_settled_many_at_a_time() {
        run(rows(0, 3 * ImportRun.WINDOW + 1), () -> false);
        assertThat(saved).extracting(ImportCounts::accepted).containsExactly(256, 512, 768, 769);
    }

    @Test
    void of_two_equal_rows_the_first_wins_and_the_second_sees_it() {
        run("R-1,a,b,OTHER,2021-01-01\nR-1,a,b,OTHER,2021/1/1\n", () -> false);
        assertThat(last()).isEqualTo(new ImportCounts(1, 1, 0));
        assertThat(shelf.taken).hasSize(1);
    }

    @Test
    void a_reference_with_other_content_is_a_duplicate() {
        run("R-1,a,b,OTHER,2021-01-01\nR-1,a,b,OTHER,2021-01-02\n", () -> false);
        assertThat(last()).isEqualTo(new ImportCounts(1, 0, 1));
        // The name is taken too, and both are said.
        assertThat(errors)
                .extracting(RowError::row, RowError::column, RowError::code)
                .containsExactlyInAnyOrder(
                        tuple(3, "reference", "duplicate-reference"), tuple(3, "name", "duplicate-lead"));
    }

    @Test
    void the_same_name_is_a_duplicate_only_while_neither_is_withdrawn() {
        run(
                "R-1,A b,c,OTHER,2021-01-01\nR-2,ab,C,OTHER,2021-01-02\nR-3,ab,c,OTHER,2021-01-02,2021-01-03,LAND\n",
                () -> false);
        assertThat(last()).isEqualTo(new ImportCounts(2, 0, 1));
        assertThat(errors).extracting(RowError::column).containsExactly("name");
        assertThat(errors.getFirst().values()).containsEntry("existingProjectId", "project of R-1");
    }

    @Test
    void what_was_imported_once_is_unchanged_even_where_it_would_not_pass_today() {
        run("R-1,a,b,OTHER,2026-11-24,,,MONTH\n", () -> false);
        run("R-1,a,b,OTHER,2026-11-24,,,MONTH\n", () -> false, TODAY.plusDays(1));
        assertThat(last()).isEqualTo(new ImportCounts(0, 1, 0));
    }

    @Test
    void errors_come_in_the_order_of_the_rows_though_the_log_refuses_late() {
        shelf.refused = "R-1";
        run("R-1,a,b,OTHER,2021-01-01\nR-2,a,,OTHER,2021-01-01\n", () -> false);
        assertThat(errors).extracting(RowError::row).containsExactly(2, 3);
        assertThat(errors.getFirst().code()).isEqualTo("duplicate-lead");
        assertThat(last()).isEqualTo(new ImportCounts(0, 0, 2));
    }

    @Test
    void a_stop_is_heard_at_the_next_window_and_sending_again_goes_on() {
        String rows = rows(0, 3 * ImportRun.WINDOW);
        assertThatThrownBy(() -> run(rows, () -> !saved.isEmpty())).isInstanceOf(ImportStopped.class);
        assertThat(last()).isEqualTo(new ImportCounts(ImportRun.WINDOW, 0, 0));
        run(rows, () -> false);
        assertThat(last()).isEqualTo(new ImportCounts(2 * ImportRun.WINDOW, ImportRun.WINDOW, 0));
    }

    @Test
    void what_was_handed_over_before_a_failure_is_settled_and_counted() {
        shelf.broken = "R-5";
        assertThatThrownBy(() -> run(rows(0, 10), () -> false)).isInstanceOf(IllegalStateException.class);
        assertThat(last()).isEqualTo(new ImportCounts(5, 0, 0));
    }

    private void run(String rows, BooleanSupplier stopped) {
        run(rows, stopped, TODAY);
    }

    private void run(String rows, BooleanSupplier stopped, LocalDate today) {
        saved.clear();
        errors.clear();
        ImportProgress progress = (counts, found) -> {
            saved.add(counts);
            errors.addAll(found);
        };
        new ImportRun(READER, shelf, today, progress)
                .run(ImportFile.of((HEADING + rows).getBytes(UTF_8)).rows(), stopped);
    }

    private ImportCounts last() {
        return saved.getLast();
    }

    private static String rows(int from, int to) {
        StringBuilder rows = new StringBuilder();
        for (int i = from; i < to; i++) {
            rows.append("R-%d,project %d,enterprise,OTHER,2021-01-01\n".formatted(i, i));
        }
        return rows.toString();
    }

    /** A log in memory: what is not settled is not seen. */
    private static final class Shelf implements RowSink {
        private final Map<Claim, Holder> claims = new HashMap<>();
        private final List<SoundRow> taken = new ArrayList<>();
        private final Map<SoundRow, Set<Claim>> inLine = new LinkedHashMap<>();
        private String refused = "";
        private String broken = "";

        @Override
        public Holder holder(Claim claim) {
            return claims.get(claim);
        }

        @Override
        public void add(SoundRow row, Set<Claim> taken) {
            if (row.reference().key().equals(broken)) {
                throw new IllegalStateException("broken");
            }
            for (Set<Claim> other : inLine.values()) {
                assertThat(other).doesNotContainAnyElementsOf(taken);
            }
            inLine.put(row, taken);
        }

        @Override
        public List<Outcome> settle() {
            List<Outcome> outcomes =
                    inLine.entrySet().stream().map(this::settled).toList();
            inLine.clear();
            return outcomes;
        }

        private Outcome settled(Map.Entry<SoundRow, Set<Claim>> entry) {
            SoundRow row = entry.getKey();
            if (row.reference().key().equals(refused)) {
                return new Outcome(row, Refused.byRule("duplicate-lead", Map.of("existingProjectId", "x")));
            }
            taken.add(row);
            entry.getValue()
                    .forEach(c -> claims.put(
                            c, new Holder("project of " + row.reference().key(), row.content())));
            return new Outcome(row, null);
        }
    }
}
