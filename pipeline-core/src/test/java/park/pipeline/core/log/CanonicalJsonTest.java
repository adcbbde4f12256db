package park.pipeline.core.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The examples of RFC 8785. */
class CanonicalJsonTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void numbers_are_written_as_in_appendix_b(String bits, String written) {
        double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
        assertThat(CanonicalJson.number(new BigDecimal(value))).isEqualTo(written);
        assertThat(canonical(Double.toString(value))).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e309"})
    void what_is_infinite_as_a_double_is_no_number(String literal) {
        assertThatIllegalArgumentException().isThrownBy(() -> canonical(literal));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "-1, -1",
        "1.0, 1",
        "4.50, 4.5",
        "2e-3, 0.002",
        "1E30, 1e+30",
        "100, 100",
        "9007199254740991, 9007199254740991",
        "-9007199254740991, -9007199254740991",
        "14000.50, 14000.5",
        "0.000000000000000000000000001, 1e-27",
        "123456789012345, 123456789012345",
        "1e21, 1e+21",
        "1e20, 100000000000000000000"
    })
    void equal_numbers_are_written_alike(String given, String written) {
        assertThat(canonical(given)).isEqualTo(written);
    }

    @Test
    void random_doubles_are_written_so_that_they_are_read_back() {
        Random random = new Random(8785);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                String written = CanonicalJson.number(new BigDecimal(value));
                assertThat(Double.parseDouble(written)).as(written).isEqualTo(value);
            }
        }
    }

    @Test
    void the_example_of_section_3_2_2_is_written_as_there() {
        assertThat(canonical("""
                        {
                          "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                          "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                          "literals": [null, true, false]
                        }"""))
                .isEqualTo("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void keys_are_sorted_by_utf_16_code_units_as_in_section_3_2_3() {
        String sorted = canonical("""
                {
                  "\\u20ac": "Euro Sign",
                  "\\r": "Carriage Return",
                  "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                  "1": "One",
                  "\\ud83d\\ude00": "Emoji: Grinning Face",
                  "\\u0080": "Control",
                  "\\u00f6": "Latin Small Letter O With Diaeresis"
                }""");
        assertThat(sorted)
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                        + "\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void strings_have_the_least_escaping() {
        StringBuilder all = new StringBuilder();
        for (char c = 0; c < 0x20; c++) {
            all.append(c);
        }
        StringBuilder written = new StringBuilder();
        CanonicalJson.quote(all + "\"\\/\u007f\u2028<>&é碳", written);
        assertThat(written)
                .hasToString("\"\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e"
                        + "\\u000f\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019\\u001a\\u001b"
                        + "\\u001c\\u001d\\u001e\\u001f\\\"\\\\/\u007f\u2028<>&é碳\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ }|{}",
                "[ ]|[]",
                "{\"b\":[1,{\"d\":1,\"c\":{}}],\"a\":\"\"}|{\"a\":\"\",\"b\":[1,{\"c\":{},\"d\":1}]}"
            })
    void nested_values_are_written_without_a_space(String given, String written) {
        assertThat(canonical(given)).isEqualTo(written);
    }

    @Test
    void bytes_are_utf_8() {
        assertThat(CanonicalJson.bytes(JSON.readTree("\"€😀\""))).isEqualTo(new byte[] {
            '"', (byte) 0xe2, (byte) 0x82, (byte) 0xac, (byte) 0xf0, (byte) 0x9f, (byte) 0x98, (byte) 0x80, '"'
        });
    }

    private static String canonical(String json) {
        return new String(CanonicalJson.bytes(JSON.readTree(json)), UTF_8);
    }
}
