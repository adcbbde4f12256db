package park.pipeline.api.pages.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CsvRowsTest {
    @Test
    void what_a_spreadsheet_would_take_for_a_formula_stays_a_text() {
        assertThat(CsvRows.text("=HYPERLINK(\"http://x\")")).isEqualTo("'=HYPERLINK(\"http://x\")");
        assertThat(CsvRows.text("+86")).isEqualTo("'+86");
        assertThat(CsvRows.text("-1 号")).isEqualTo("'-1 号");
        assertThat(CsvRows.text("@SUM")).isEqualTo("'@SUM");
    }

    @Test
    void everything_else_stays_what_it_is() {
        assertThat(CsvRows.text("碳纤维")).isEqualTo("碳纤维");
        assertThat(CsvRows.text(-5L)).isEqualTo("-5");
        assertThat(CsvRows.text(LocalDate.of(2026, 1, 2))).isEqualTo("2026-01-02");
        assertThat(CsvRows.text(null)).isEmpty();
    }
}
