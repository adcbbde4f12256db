package park.pipeline.api.imports.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.api.problem.ProblemException;
import park.pipeline.core.input.FieldProblem;

class ImportFileTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String HEADING = "reference,name,enterprise,industry\n";

    @Test
    void the_same_table_is_read_from_every_encoding() {
        String table = "编号,项目名称,企业名称,产业,备注\nGH-1,碳纤维项目,某公司,碳纤维,𠮷林 € ’\n";
        List<Row> rows = rows(table.getBytes(UTF_8));
        assertThat(rows.getFirst().cell(Column.NOTE)).isEqualTo("𠮷林 € ’");
        assertThat(rows(("\uFEFF" + table).getBytes(UTF_8))).isEqualTo(rows);
        assertThat(rows(table.getBytes(GB18030))).isEqualTo(rows);
        assertThat(rows(("\uFEFF" + table).getBytes(GB18030))).isEqualTo(rows);
    }

    @Test
    void what_is_no_text_is_refused() {
        assertUnreadable("PK\u0003\u0004 and so on".getBytes(UTF_8));
        assertUnreadable((HEADING + "1,a\u0000b,c,OTHER").getBytes(UTF_8));
        assertUnreadable(HEADING.getBytes(UTF_16LE));
        assertUnreadable((HEADING + "1,a,é,OTHER\n").getBytes(ISO_8859_1));
        assertUnreadable(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, '\r'});
        assertUnreadable("%PDF\u0001,\u0002".getBytes(UTF_8));
        byte[] marked = ("\uFEFF" + HEADING + "1,a,b,OTHE").getBytes(UTF_8);
        marked[marked.length - 1] = (byte) 0xFF;
        assertUnreadable(marked);
    }

    @Test
    void a_file_without_a_heading_is_refused() {
        assertUnreadable(new byte[0]);
        assertUnreadable("\uFEFF".getBytes(UTF_8));
        assertUnreadable("\n\n".getBytes(UTF_8));
        assertUnreadable((",,\n" + HEADING).getBytes(UTF_8));
    }

    @Test
    void cells_may_hold_quotes_commas_and_lines() {
        List<Row> rows = rows("note," + HEADING + "\"first\r\nsecond, \"\"third\"\"\",1,a,b,OTHER\r\n,2,a,b,OTHER");
        assertThat(rows).extracting(r -> r.cell(Column.NOTE)).containsExactly("first\r\nsecond, \"third\"", null);
        assertThat(rows).extracting(Row::number).containsExactly(2, 3);
    }

    @Test
    void quotes_that_break_the_table_are_refused_with_their_row() {
        for (String broken : List.of("2,\"a,b,OTHER\n", "2,\"a\"b,c,OTHER\n")) {
            ApiProblem problem = problem((HEADING + "1,a,b,OTHER\n" + broken).getBytes(UTF_8));
            assertThat(problem.code()).isEqualTo("unreadable-file");
            assertThat(problem.values()).containsEntry("row", 3);
        }
    }

    @Test
    void the_heading_may_be_in_any_order_case_language_and_width() {
        Row row = rows(" 投资额(元) ,产业,NAME,ReFerence,企业名称\n5,OTHER,n,r,e").getFirst();
        assertThat(row.cells())
                .containsOnlyKeys(
                        Column.INVESTMENT_CNY, Column.INDUSTRY, Column.NAME, Column.REFERENCE, Column.ENTERPRISE);
        assertThat(row.cell(Column.INVESTMENT_CNY)).isEqualTo("5");
    }

    @Test
    void missing_columns_are_all_named() {
        ApiProblem problem = problem("name,企业名称,note".getBytes(UTF_8));
        assertThat(problem.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(problem.code()).isEqualTo("missing-column");
        assertThat(problem.errors()).extracting(FieldProblem::field).containsExactly("reference", "industry");
        assertThat(problem.values()).containsEntry("columns", List.of("reference / 编号", "industry / 产业"));
    }

    @Test
    void unknown_columns_and_columns_that_come_twice_are_named() {
        ApiProblem problem = problem(("colour," + HEADING.strip() + ",编号").getBytes(UTF_8));
        assertThat(problem.code()).isEqualTo("unknown-column");
        assertThat(problem.errors()).extracting(FieldProblem::field).containsExactly("colour", "编号");
        assertThat(problem.errors()).extracting(FieldProblem::code).containsOnly("unknown-column");
    }

    @Test
    void blank_rows_are_passed_over_but_keep_their_numbers() {
        ImportFile file = ImportFile.of((HEADING + "\n1,a,b,OTHER\n,,,\n \n2,a,b,OTHER\n\n").getBytes(UTF_8));
        assertThat(file.rowCount()).isEqualTo(2);
        assertThat(all(file)).extracting(Row::number).containsExactly(3, 6);
    }

    @Test
    void short_rows_are_blank_at_their_end_and_long_ones_say_where() {
        List<Row> rows = rows("reference,name,enterprise,industry,\n1,a\n2,a,b,OTHER,,,\n3,a,b,OTHER,x,,y");
        assertThat(rows.get(0).cells()).containsOnlyKeys(Column.REFERENCE, Column.NAME);
        assertThat(rows.get(1).beyond()).isEmpty();
        assertThat(rows.get(2).beyond()).containsExactly(5, 7);
    }

    @Test
    void more_rows_than_200_000_are_too_large() {
        String row = "1,a,b,OTHER\n";
        assertThat(ImportFile.of((HEADING + row.repeat(ImportFile.MOST_ROWS)).getBytes(UTF_8))
                        .rowCount())
                .isEqualTo(200_000);
        ApiProblem problem = problem((HEADING + row.repeat(ImportFile.MOST_ROWS + 1)).getBytes(UTF_8));
        assertThat(problem.status()).isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
    }

    @Test
    void the_real_file_of_the_park_is_a_table() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/ganhe-2023.csv")) {
            assertThat(ImportFile.of(in.readAllBytes()).rowCount()).isEqualTo(9);
        }
    }

    private static List<Row> rows(String table) {
        return rows(table.getBytes(UTF_8));
    }

    private static List<Row> rows(byte[] bytes) {
        return all(ImportFile.of(bytes));
    }

    private static List<Row> all(ImportFile file) {
        List<Row> rows = new ArrayList<>();
        file.rows().forEachRemaining(rows::add);
        return rows;
    }

    private static ApiProblem problem(byte[] bytes) {
        return catchThrowableOfType(ProblemException.class, () -> ImportFile.of(bytes))
                .problem();
    }

    private static void assertUnreadable(byte[] bytes) {
        ApiProblem problem = problem(bytes);
        assertThat(problem.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(problem.code()).isEqualTo("unreadable-file");
        assertThat(problem.errors()).extracting(FieldProblem::field).containsExactly("file");
    }
}
