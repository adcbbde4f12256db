package park.pipeline.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesTest {
    private static final Series<String> SERIES = Series.<String>empty()
            .plus(entry(1, "2023-01-05"))
            .plus(entry(2, "2023-02-01"))
            .plus(entry(3, "2023-02-01"));

    @ParameterizedTest
    @CsvSource({"2023-01-04,", "2023-01-05,v1", "2023-01-31,v1", "2023-02-01,v3", "2033-01-01,v3"})
    void the_last_entry_by_a_day_counts_and_of_two_on_one_day_the_later(LocalDate day, @Nullable String expected) {
        Entry<String> entry = SERIES.on(day);
        assertThat(entry == null ? null : entry.value()).isEqualTo(expected);
    }

    @Test
    void an_empty_series_has_no_entry() {
        assertThat(Series.empty().latest()).isNull();
        assertThat(Series.empty().on(LocalDate.MAX)).isNull();
        assertThat(Series.empty().keepsOrder(Story.id(1), LocalDate.MIN)).isTrue();
    }

    @Test
    void the_entry_before_is_that_of_the_place_before() {
        assertThat(SERIES.before(Story.id(3)).value()).isEqualTo("v2");
        assertThat(SERIES.before(Story.id(1))).isNull();
        assertThat(SERIES.before(Story.id(9))).isNull();
    }

    @Test
    void the_latest_of_a_sort_is_found() {
        assertThat(SERIES.latest("v2"::equals).eventId()).isEqualTo(Story.id(2));
        assertThat(SERIES.latest("v9"::equals)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1,1900-01-01,true",
        "1,2023-02-01,true",
        "1,2023-02-02,false",
        "2,2023-01-05,true",
        "2,2023-01-04,false",
        "2,2023-02-01,true",
        "2,2023-02-02,false",
        "3,2023-01-31,false",
        "3,2099-01-01,true",
        "9,1900-01-01,true"
    })
    void an_entry_keeps_the_order_between_its_neighbours(long sequence, LocalDate day, boolean keeps) {
        assertThat(SERIES.keepsOrder(Story.id(sequence), day)).isEqualTo(keeps);
    }

    @Test
    void what_is_added_moved_or_taken_leaves_the_series_that_was() {
        Series<String> before = new Series<>(SERIES.entries());
        assertThat(SERIES.plus(entry(4, "2023-03-01")).entries()).hasSize(4);
        assertThat(SERIES.moved(Story.id(3), LocalDate.parse("2023-03-01"))
                        .latest()
                        .day())
                .isEqualTo("2023-03-01");
        assertThat(SERIES.without(Story.id(2)).entries())
                .extracting(Entry::value)
                .containsExactly("v1", "v3");
        assertThat(SERIES).isEqualTo(before);
    }

    @Test
    void a_stranger_is_neither_moved_nor_taken() {
        assertThat(SERIES.moved(Story.id(9), LocalDate.MIN)).isSameAs(SERIES);
        assertThat(SERIES.without(Story.id(9))).isSameAs(SERIES);
    }

    private static Entry<String> entry(long sequence, String day) {
        return new Entry<>(LocalDate.parse(day), "v" + sequence, Story.id(sequence), sequence, Instant.EPOCH);
    }
}
