package park.pipeline.core.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import park.pipeline.core.project.Permit;
import park.pipeline.core.project.Stage;

class FieldChecksTest {
    private final FieldChecks fields = new FieldChecks();

    @Test
    void good_values_come_back_without_a_problem() {
        assertThat(fields.text("a", " x ", 5)).isEqualTo("x");
        assertThat(fields.lines("b", "x\ny", 5)).isEqualTo("x\ny");
        assertThat(fields.requiredText("c", "x", 5)).isEqualTo("x");
        assertThat(fields.requiredLines("d", "x", 5)).isEqualTo("x");
        assertThat(fields.creditCode("e", " 91350100M000100Y43 ")).isEqualTo("91350100M000100Y43");
        assertThat(fields.code("f", "EIA", Permit.class)).isEqualTo(Permit.EIA);
        assertThat(fields.requiredCode("g", "LEAD", Stage.class)).isEqualTo(Stage.LEAD);
        assertThat(fields.requiredDay("h", FieldChecks.FIRST_DAY)).isEqualTo("1900-01-01");
        fields.done();
    }

    @Test
    void what_is_left_out_and_may_be_is_no_problem() {
        assertThat(fields.text("a", null, 5)).isNull();
        assertThat(fields.creditCode("b", null)).isNull();
        assertThat(fields.amount("c", null)).isNull();
        assertThat(fields.decimal("d", null)).isNull();
        assertThat(fields.code("e", null, Permit.class)).isNull();
        assertThat(fields.day("f", null)).isNull();
        fields.done();
    }

    @Test
    void what_is_due_and_missing_is_required() {
        fields.requiredText("text", null, 5);
        fields.requiredText("blank", "  ", 5);
        fields.requiredLines("lines", "\n", 5);
        fields.requiredAmount("amount", null);
        fields.requiredPercent("percent", null);
        fields.requiredPositive("value", null);
        fields.requiredCode("code", null, Stage.class);
        fields.requiredCode("blankCode", "", Stage.class);
        fields.requiredDay("day", null);
        assertThat(problems())
                .containsExactly(
                        "text required",
                        "blank required",
                        "lines required",
                        "amount required",
                        "percent required",
                        "value required",
                        "code required",
                        "blankCode required",
                        "day required");
    }

    @Test
    void a_wrong_value_is_told_once_and_not_as_missing_too() {
        fields.requiredText("name", "123456", 5);
        fields.requiredText("bell", "\u0007", 5);
        fields.requiredCode("permit", "NONE", Permit.class);
        fields.requiredAmount("amount", -1L);
        fields.requiredPositive("value", BigDecimal.ZERO);
        assertThat(problems())
                .containsExactly(
                        "name too-long",
                        "bell bad-characters",
                        "permit unknown-code",
                        "amount out-of-range",
                        "value out-of-range");
    }

    @Test
    void all_problems_are_told_at_once() {
        fields.requiredText("name", null, 5);
        fields.creditCode("enterprise.creditCode", "91350100M000100Y44");
        assertThatThrownBy(fields::done)
                .isInstanceOfSatisfying(
                        InvalidFields.class,
                        invalid -> assertThat(invalid.problems())
                                .containsExactly(
                                        new FieldProblem("name", "required", Map.of()),
                                        new FieldProblem(
                                                "enterprise.creditCode",
                                                "bad-credit-code",
                                                Map.of("value", "91350100M000100Y44"))));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9_007_199_254_740_991L})
    void an_amount_is_whole_yuan_that_survive_json(long amount) {
        assertThat(fields.amount("a", amount)).isEqualTo(amount);
        assertThat(fields.requiredAmount("a", amount)).isEqualTo(amount);
        fields.done();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, 9_007_199_254_740_992L, Long.MAX_VALUE})
    void no_amount_is_negative_or_beyond_json(long amount) {
        fields.amount("a", amount);
        assertThat(problems()).containsExactly("a out-of-range");
    }

    @ParameterizedTest
    @CsvSource({"0,true", "100,true", "-1,false", "101,false", "4294967296,false"})
    void a_percent_lies_between_0_and_100(long percent, boolean allowed) {
        assertThat(fields.requiredPercent("p", percent)).isEqualTo(allowed ? (int) percent : 0);
        assertThat(problems()).hasSize(allowed ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "1.50,1.5",
        "1E3,1000",
        "1E20,100000000000000000000",
        "123456789012345,123456789012345",
        "0.000000000000001,0.000000000000001",
        "12345.6789012345,12345.6789012345",
        "100.000000000000000000,100"
    })
    void a_decimal_has_15_significant_digits_and_one_way_to_be_held(BigDecimal given, BigDecimal held) {
        assertThat(fields.decimal("d", given)).isEqualTo(held);
        fields.done();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "-0.1",
                "1234567890123456",
                "0.1234567890123456",
                "1E100",
                "1E-101",
                "1E999999999",
                "1E-999999999"
            })
    void no_decimal_is_negative_or_longer(BigDecimal given) {
        fields.decimal("d", given);
        assertThat(problems()).containsExactly("d out-of-range");
    }

    @Test
    void a_code_is_written_exactly_as_in_the_catalogue() {
        fields.code("a", "eia", Permit.class);
        fields.code("b", " EIA", Permit.class);
        fields.code("c", "环评", Permit.class);
        assertThat(problems()).containsExactly("a unknown-code", "b unknown-code", "c unknown-code");
    }

    @Test
    void a_day_before_1900_is_out_of_range_but_the_future_is_not_asked_here() {
        fields.requiredDay("a", LocalDate.parse("1899-12-31"));
        fields.day("b", LocalDate.parse("2999-01-01"));
        assertThat(problems()).containsExactly("a out-of-range");
    }

    private List<String> problems() {
        return fields.problems().stream().map(p -> p.field() + " " + p.code()).toList();
    }
}
