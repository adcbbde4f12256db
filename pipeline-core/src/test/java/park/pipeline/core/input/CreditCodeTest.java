package park.pipeline.core.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** The example of GB 32100-2015 and codes of companies as they print them on every invoice. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y43",
                "91330100799655058B",
                "9144030071526726XG",
                "914403001922038216",
                "91110000802100433B",
                "91110108551385082Q",
                "91440300192317458F",
                "91350900587527783P",
                "91310000132612172J"
            })
    void real_codes_are_valid_and_no_other_code_is_one_character_away(String code) {
        assertThat(CreditCode.isValid(code)).isTrue();
        for (int i = 0; i < code.length(); i++) {
            for (char c : ALPHABET.toCharArray()) {
                String other = code.substring(0, i) + c + code.substring(i + 1);
                assertThat(CreditCode.isValid(other)).as(other).isEqualTo(c == code.charAt(i));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "91350100M000100Y4",
                "91350100M000100Y430",
                "91350100m000100y43",
                "91350100M000100Y4 ",
                "９１350100M000100Y43",
                "91350100I000100Y43",
                "91350100O000100Y43",
                "91350100S000100Y43",
                "91350100V000100Y43",
                "91350100Z000100Y43",
                "碳碳碳碳碳碳碳碳碳碳碳碳碳碳碳碳碳碳"
            })
    void other_lengths_and_other_letters_are_refused(String code) {
        assertThat(CreditCode.isValid(code)).isFalse();
    }

    @Test
    void every_first_seventeen_have_one_check_character() {
        Random random = new Random(7);
        for (int n = 0; n < 2_000; n++) {
            StringBuilder first17 = new StringBuilder();
            for (int i = 0; i < 17; i++) {
                first17.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            assertThat(ALPHABET.chars().filter(c -> CreditCode.isValid(first17.toString() + (char) c)))
                    .singleElement()
                    .isEqualTo((int) CreditCode.checkCharacter(first17.toString()));
        }
    }
}
