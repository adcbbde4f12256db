package park.pipeline.core.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRuleTest {
    private final List<FieldProblem> problems = new ArrayList<>();

    @Test
    void a_text_is_trimmed_and_composed() {
        assertThat(line("  碳纤维\u3000", 10)).isEqualTo("碳纤维");
        assertThat(line("e\u0301", 1)).isEqualTo("\u00e9");
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"\u00a0", "\u200b \ufeff", "", "   ", "\u3000"})
    void a_blank_text_is_no_text(@Nullable String given) {
        assertThat(line(given, 10)).isNull();
        assertThat(problems).isEmpty();
    }

    @Test
    void the_length_counts_characters_after_trimming_and_not_their_halves() {
        assertThat(line(" " + "维".repeat(200) + " ", 200)).hasSize(200);
        assertThat(line("𠮷".repeat(200), 200)).hasSize(400);
        assertThat(problems).isEmpty();
        assertThat(line("维".repeat(201), 200)).isNull();
        assertThat(line("𠮷".repeat(201), 200)).isNull();
        assertThat(problems).hasSize(2).allMatch(p -> p.equals(new FieldProblem("f", "too-long", Map.of("max", 200))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\u0007b",
                "a\u001bb",
                "a\u007fb",
                "a\u0085b",
                "a\u009fb",
                "a\u202ab",
                "a\u202eb",
                "a\u2066b",
                "a\u2069b",
                "a\ud800b",
                "a\udc00",
                "a\rb"
            })
    void control_characters_overrides_and_halves_are_refused_everywhere(String given) {
        assertThat(line(given, 10)).isNull();
        assertThat(lines(given, 10)).isNull();
        assertThat(problems).extracting(FieldProblem::code).containsExactly("bad-characters", "bad-characters");
    }

    @Test
    void newline_and_tab_stand_only_where_lines_may() {
        assertThat(lines("a\n\tb", 10)).isEqualTo("a\n\tb");
        assertThat(problems).isEmpty();
        assertThat(line("a\nb", 10)).isNull();
        assertThat(line("a\tb", 10)).isNull();
        assertThat(problems).extracting(FieldProblem::code).containsExactly("bad-characters", "bad-characters");
    }

    @Test
    void the_marks_that_arabic_and_emoji_need_are_allowed() {
        assertThat(line("a\u200fb\u200dc😀", 10)).isEqualTo("a\u200fb\u200dc😀");
    }

    @Test
    void a_long_wrong_value_is_shown_by_its_beginning() {
        assertThat(TextRule.abridged("x".repeat(40))).hasSize(40);
        assertThat(TextRule.abridged("x".repeat(41))).isEqualTo("x".repeat(40) + "…");
    }

    private @Nullable String line(@Nullable String given, int max) {
        return new TextRule(false, max).check("f", given, problems);
    }

    private @Nullable String lines(@Nullable String given, int max) {
        return new TextRule(true, max).check("f", given, problems);
    }
}
