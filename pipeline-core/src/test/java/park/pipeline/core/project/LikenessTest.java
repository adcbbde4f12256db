package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
    @ParameterizedTest
    @CsvSource({
        "ＡＣＭＥ１２, acme12",
        "㈱ACME, 株acme",
        "ACME, acme",
        "Straße, STRASSE",
        "ΟΔΟΣ, οδος",
        "ﬁbre, FIBRE",
        "碳 纤　维, 碳纤维",
        "碳-纤、维。, 碳纤维",
        "碳纤维（二期）, 碳纤维(二期)",
        "碳纤维（二期）, 碳纤维二期",
        "“碳纤维”, 碳纤维",
        "a·b, ab",
        "①, 1"
    })
    void these_are_alike(String one, String other) {
        assertThat(Likeness.of(one)).isEqualTo(Likeness.of(other));
    }

    @Test
    void invisible_characters_make_no_difference() {
        assertThat(Likeness.of("碳\u200b纤\u00a0维\u2003\t")).isEqualTo("碳纤维");
    }

    @ParameterizedTest
    @CsvSource({"碳纤维一期, 碳纤维二期", "1+1, 11", "甲, 乙", "é, e"})
    void these_are_not_alike(String one, String other) {
        assertThat(Likeness.of(one)).isNotEqualTo(Likeness.of(other));
    }

    @Test
    void a_name_of_nothing_but_punctuation_is_compared_as_it_stands() {
        assertThat(Likeness.of("！！")).isEqualTo("!!").isNotEqualTo(Likeness.of("？"));
    }

    @Test
    void what_was_made_alike_stays_as_it_is() {
        for (String name : List.of("ＡＣＭＥ（中国）", "Straße 12", "碳纤维·项目", "ΟΔΟΣ")) {
            assertThat(Likeness.of(Likeness.of(name))).isEqualTo(Likeness.of(name));
        }
    }

    @Test
    void a_digest_tells_its_two_parts_apart() {
        assertThat(Likeness.digest("a", "bc"))
                .isNotEqualTo(Likeness.digest("ab", "c"))
                .hasSize(64);
    }

    @Test
    void a_space_between_words_does_not_change_the_greek_letters_beside_it() {
        assertThat(Likeness.of("ΟΔΟΣ ΑΕ")).isEqualTo(Likeness.of("ΟΔΟΣΑΕ"));
    }
}
