package park.pipeline.api.pages.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DifferingValueTest {
    private static final Map<String, String> KEY = new TreeMap<>(Map.of("day", "2023-01-05", "stage", "LEAD"));

    @Test
    void each_value_of_a_row_stands_beside_what_it_should_be() {
        Map<String, String> live = new TreeMap<>(Map.of("projects", "8", "team", "a"));
        Map<String, String> rebuilt = new TreeMap<>();
        rebuilt.put("projects", "1");
        rebuilt.put("team", null);

        assertThat(DifferingValue.of(List.of(row(live, rebuilt))))
                .containsExactly(
                        new DifferingValue(
                                "funnel_day", "day = 2023-01-05, stage = LEAD", "projects", "8", "1", "BOTH", true),
                        new DifferingValue(
                                "funnel_day", "day = 2023-01-05, stage = LEAD", "team", "a", null, "BOTH", false));
    }

    @Test
    void a_row_that_only_one_side_has_is_told_whole() {
        List<DifferingValue> values =
                DifferingValue.of(List.of(row(Map.of("projects", "1"), null), row(null, Map.of("projects", "1"))));

        assertThat(values).extracting(DifferingValue::side).containsExactly("LIVE", "REBUILT");
        assertThat(values.getFirst().live()).isEqualTo("projects = 1");
        assertThat(values.getFirst().rebuilt()).isNull();
    }

    @Test
    void a_share_of_a_target_is_rounded_down_and_of_none_there_is_none() {
        assertThat(new TargetYear.Measure(false, 30L, BigInteger.valueOf(29)).percent())
                .isEqualTo(BigInteger.valueOf(96));
        assertThat(new TargetYear.Measure(false, 0L, BigInteger.TEN).percent()).isNull();
        assertThat(new TargetYear.Measure(true, null, BigInteger.TEN).percent()).isNull();
    }

    private static Map<String, Object> row(Map<String, String> live, Map<String, String> rebuilt) {
        Map<String, Object> row = new HashMap<>();
        row.put("table", "funnel_day");
        row.put("key", KEY);
        row.put("live", live);
        row.put("rebuilt", rebuilt);
        return row;
    }
}
