package park.pipeline.projections.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.log.Database;
import park.pipeline.core.log.TestDatabase;

/** What is written in bulk is what would have been written row by row, whatever stands in it. */
class BulkRowsTest {
    private static final List<String> TEXTS = List.of(
            "中复神鹰碳纤维",
            "a\tb",
            "a\nb\r\nc",
            "\\",
            "\\N",
            "\\.",
            "\\x00",
            "'\"",
            "",
            " ",
            "𠮷野家",
            "a\\tb",
            "𠮷".repeat(70_000),
            "a" + "𠮷".repeat(70_000));

    @ParameterizedTest
    @EnumSource(Database.class)
    void rows_are_read_as_they_were_given(Database kind) {
        try (TestDatabase database = kind.open()) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            jdbc.execute("create table bulk_g2 (line bigint primary key, id uuid, words varchar(200000), on_day date,"
                    + " amount numeric(30), data bytea)");
            BulkRows rows = new BulkRows();
            UUID id = UUID.randomUUID();
            for (int i = 0; i < TEXTS.size(); i++) {
                rows.add(
                        "bulk",
                        "line, id, words, on_day, amount, data",
                        (long) i,
                        id,
                        TEXTS.get(i),
                        LocalDate.of(i == 0 ? 10_000 : 2024, 2, 28),
                        new BigDecimal("123456789012345678901"),
                        TEXTS.get(i).getBytes(StandardCharsets.UTF_8));
            }
            rows.add("bulk", "line, id, words, on_day, amount, data", 99L, null, null, null, null, null);

            rows.write(jdbc, Generation.SECOND);

            List<List<Object>> read = jdbc.query(
                    "select * from bulk_g2 order by line",
                    (row, i) -> Arrays.asList(
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getObject(4, LocalDate.class),
                            row.getBigDecimal(5),
                            row.getBytes(6)));
            for (int i = 0; i < TEXTS.size(); i++) {
                assertThat(read.get(i).subList(0, 4))
                        .containsExactly(
                                id,
                                TEXTS.get(i),
                                LocalDate.of(i == 0 ? 10_000 : 2024, 2, 28),
                                new BigDecimal("123456789012345678901"));
                assertThat((byte[]) read.get(i).get(4))
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo(TEXTS.get(i));
            }
            assertThat(read.getLast()).containsOnlyNulls();
        }
    }
}
