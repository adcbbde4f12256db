package park.pipeline.api.imports.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import park.pipeline.api.problem.ProblemException;

/** An Excel workbook says the same as the text that somebody would have saved from it. */
class WorkbookTest {
    private static final List<String> HEADING =
            List.of("编号", "项目名称", "企业名称", "产业", "投资额（元）", "产能", "产能单位", "线索日期", "备注");

    @Test
    void texts_numbers_and_days_are_read_as_they_are_meant() {
        List<Row> rows = rows(sheet -> {
            heading(sheet);
            sheet.value(1, 0, "GH-1");
            sheet.value(1, 1, "年产1.4万吨碳纤维项目");
            sheet.value(1, 2, "某公司");
            sheet.value(1, 3, "碳纤维");
            sheet.value(1, 4, 5_000_000_000L);
            sheet.value(1, 5, 0.1 + 0.2);
            sheet.value(1, 6, "t/a");
            sheet.value(1, 7, LocalDate.of(2023, 7, 1));
            sheet.style(1, 7).format("yyyy\"年\"m\"月\"d\"日\"").set();
            sheet.inlineString(1, 8, "第一行\n第二行");
            sheet.value(2, 0, "GH-2");
            sheet.value(2, 4, 20.5);
            sheet.value(2, 7, LocalDate.of(1900, 3, 1));
            sheet.style(2, 7).format("m/d/yy").set();
            sheet.value(2, 8, 45_000);
        });

        Row first = rows.getFirst();
        assertThat(first.number()).isEqualTo(2);
        assertThat(first.cell(Column.REFERENCE)).isEqualTo("GH-1");
        assertThat(first.cell(Column.NAME)).isEqualTo("年产1.4万吨碳纤维项目");
        assertThat(first.cell(Column.INVESTMENT_CNY)).isEqualTo("5000000000");
        assertThat(first.cell(Column.CAPACITY_VALUE)).isEqualTo("0.3");
        assertThat(first.cell(Column.LEAD)).isEqualTo("2023-07-01");
        assertThat(first.cell(Column.NOTE)).isEqualTo("第一行\n第二行");
        assertThat(rows.get(1).cell(Column.INVESTMENT_CNY)).isEqualTo("20.5");
        assertThat(rows.get(1).cell(Column.LEAD)).isEqualTo("1900-03-01");
        assertThat(rows.get(1).cell(Column.NOTE))
                .as("a number is a day only by its format")
                .isEqualTo("45000");
    }

    @Test
    void a_day_with_a_time_is_left_for_its_row_to_be_refused() {
        List<Row> rows = rows(sheet -> {
            heading(sheet);
            sheet.value(1, 7, LocalDateTime.of(2023, 7, 1, 13, 30));
            sheet.style(1, 7).format("yyyy-mm-dd hh:mm").set();
        });
        assertThat(rows.getFirst().cell(Column.LEAD)).isEqualTo("2023-07-01T13:30");
    }

    @Test
    void a_formula_counts_by_its_stored_value_and_colours_are_no_days() {
        List<Row> rows = rows(
                workbook(sheet -> {
                    heading(sheet);
                    sheet.value(1, 0, "GH-1");
                    sheet.value(1, 4, 12);
                    sheet.style(1, 4).format("[Red]#,##0").set();
                    sheet.value(1, 5, 7);
                }),
                sheetXml -> sheetXml.replaceAll("(<c r=\"F2\"[^>]*>)<v>7</v>", "$1<f>3+4</f><v>7</v>"));
        assertThat(rows.getFirst().cell(Column.INVESTMENT_CNY)).isEqualTo("12");
        assertThat(rows.getFirst().cell(Column.CAPACITY_VALUE)).isEqualTo("7");
    }

    @Test
    void rows_keep_the_numbers_that_the_spreadsheet_shows() {
        List<Row> rows = rows(sheet -> {
            heading(sheet);
            sheet.value(4, 0, "GH-1");
            sheet.value(9, 0, "GH-2");
        });
        assertThat(rows).extracting(Row::number).containsExactly(5, 10);
    }

    @Test
    void what_is_no_workbook_or_has_no_heading_is_refused() {
        refused("PK\u0003\u0004 and so on".getBytes(StandardCharsets.UTF_8), "unreadable-file");
        byte[] whole = workbook(WorkbookTest::heading);
        refused(Arrays.copyOf(whole, whole.length / 2), "unreadable-file");
        refused(zip("xl/nothing.xml", new byte[10]), "unreadable-file");
        refused(workbook(sheet -> sheet.value(3, 0, "编号")), "unreadable-file");
        refused(workbook(sheet -> sheet.value(0, 0, "编号")), "missing-column");
    }

    @Test
    void a_bomb_is_refused_before_it_goes_off() {
        refused(zip("xl/worksheets/sheet1.xml", new byte[600 << 20]), "too-large");
        refused(zip("xl/sharedStrings.xml", new byte[100 << 20]), "too-large");
    }

    @Test
    void nothing_outside_the_workbook_is_read() {
        byte[] evil = changed(
                workbook(sheet -> {
                    heading(sheet);
                    sheet.inlineString(1, 0, "GH-1");
                }),
                xml -> xml.replaceFirst(
                                "(<\\?xml[^>]*\\?>)",
                                "$1<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\"><!ENTITY a \"boom\">]>")
                        .replace("GH-1", "&a;&e;"));
        try {
            List<Row> rows = read(evil);
            assertThat(String.valueOf(rows.getFirst().cell(Column.REFERENCE))).doesNotContain("boom");
        } catch (ProblemException refused) {
            assertThat(refused.problem().code()).isEqualTo("unreadable-file");
        }
    }

    private static void heading(Worksheet sheet) {
        for (int i = 0; i < HEADING.size(); i++) {
            sheet.value(0, i, HEADING.get(i));
        }
    }

    private static List<Row> rows(Consumer<Worksheet> content) {
        return read(workbook(content));
    }

    private static List<Row> rows(byte[] workbook, UnaryOperator<String> change) {
        return read(changed(workbook, change));
    }

    private static List<Row> read(byte[] bytes) {
        ImportFile file = ImportFile.of(bytes);
        List<Row> rows = new ArrayList<>();
        file.rows().forEachRemaining(rows::add);
        assertThat(rows).hasSize(file.rowCount());
        return rows;
    }

    private static void refused(byte[] bytes, String code) {
        assertThatThrownBy(() -> ImportFile.of(bytes))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(code));
    }

    private static byte[] workbook(Consumer<Worksheet> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            content.accept(workbook.newWorksheet("项目"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The same workbook with another text of its sheet. */
    private static byte[] changed(byte[] workbook, UnaryOperator<String> change) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                        .get();
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                byte[] content = in.getInputStream(entry).readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().startsWith("xl/worksheets/sheet")
                                ? change.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
