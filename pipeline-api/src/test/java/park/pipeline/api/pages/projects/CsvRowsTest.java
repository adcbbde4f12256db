package park.pipeline.api.pages.projects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\")",
                "+86",
                "-1 号",
                "@SUM",
                " =1+1",
                "\u3000=1+1",
                "\n=1+1",
                "\t碳纤维",
                "\r碳纤维",
                "＝1+1",
                "＋86",
                "－1",
                "＠SUM"
            })
    void what_a_spreadsheet_would_take_for_a_formula_stays_a_text(String text) {
        assertThat(CsvRows.text(text)).isEqualTo("'" + text);
    }

    @Test
    void everything_else_stays_what_it_is() {
        assertThat(CsvRows.text("碳纤维=好")).isEqualTo("碳纤维=好");
        assertThat(CsvRows.text(" 碳纤维")).isEqualTo(" 碳纤维");
        assertThat(CsvRows.text("")).isEmpty();
        assertThat(CsvRows.text(-5L)).isEqualTo("-5");
        assertThat(CsvRows.text(LocalDate.of(2026, 1, 2))).isEqualTo("2026-01-02");
        assertThat(CsvRows.text(null)).isEmpty();
    }

    @Test
    void the_file_begins_with_its_mark_and_quotes_what_would_break_a_row() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        CsvRows rows = new CsvRows(file);
        rows.add(Stream.of("项目名称", "企业"));
        rows.add(Stream.of("一期, \"甲\"", "两\n行"));
        rows.add(Stream.of("", "b"));
        rows.finish();

        assertThat(file.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF项目名称,企业\r\n\"一期, \"\"甲\"\"\",\"两\n行\"\r\n,b\r\n");
    }
}
