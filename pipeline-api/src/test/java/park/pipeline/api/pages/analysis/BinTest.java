package park.pipeline.api.pages.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** No interval falls between two bins, and two groups are counted by the same ones. */
class BinTest {
    @Test
    void where_nothing_ended_there_are_no_bins() {
        assertThat(Bin.of(List.of(new TreeMap<>(), new TreeMap<>()))).isEmpty();
    }

    @Test
    void few_days_have_a_bin_each() {
        List<Bin> bins = Bin.of(List.of(days(Map.of(0L, 2L, 3L, 1L))));
        assertThat(bins).hasSize(4);
        assertThat(bins.getFirst()).isEqualTo(new Bin(0, 0, List.of(2L)));
        assertThat(bins.getLast()).isEqualTo(new Bin(3, 3, List.of(1L)));
    }

    @Test
    void every_interval_of_either_group_is_in_exactly_one_bin() {
        for (long longest = 1; longest < 20_000; longest += 7) {
            SortedMap<Long, Long> a = days(Map.of(longest / 3, 1L, longest, 3L));
            SortedMap<Long, Long> b = days(Map.of(longest, 5L));
            List<Bin> bins = Bin.of(List.of(a, b));
            assertThat(bins).hasSizeBetween(1, 25);
            assertThat(sum(bins, 0))
                    .isEqualTo(a.values().stream().mapToLong(Long::longValue).sum());
            assertThat(sum(bins, 1)).isEqualTo(5);
            assertThat(bins.getLast().from()).isLessThanOrEqualTo(longest);
            assertThat(bins.getLast().to()).isGreaterThanOrEqualTo(longest);
        }
    }

    private static long sum(List<Bin> bins, int group) {
        return bins.stream().mapToLong(bin -> bin.counts().get(group)).sum();
    }

    private static SortedMap<Long, Long> days(Map<Long, Long> counts) {
        return new TreeMap<>(counts);
    }
}
