package park.pipeline.projections.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The nearest rank is a value that occurred, at a position in whole numbers. */
class DayHistogramTest {
    @Test
    void of_nothing_there_is_no_median() {
        DayHistogram none = new DayHistogram();
        assertThat(none.size()).isZero();
        assertThat(none.median()).isNull();
        assertThat(none.p90()).isNull();
    }

    @Test
    void of_an_even_number_the_lower_middle_is_the_median() {
        DayHistogram two = oneTo(2);
        assertThat(two.median()).isEqualTo(1);
        assertThat(two.p90()).isEqualTo(2);
    }

    @Test
    void of_ten_the_ninth_and_of_eleven_the_tenth_is_the_p90() {
        assertThat(oneTo(10).p90()).isEqualTo(9);
        assertThat(oneTo(11).p90()).isEqualTo(10);
        assertThat(oneTo(11).median()).isEqualTo(6);
    }

    @Test
    void equal_days_count_as_often_as_they_occur() {
        DayHistogram days = new DayHistogram();
        days.add(700, 1);
        days.add(0, 3);
        days.add(700, 1);
        assertThat(days.size()).isEqualTo(5);
        assertThat(days.median()).isZero();
        assertThat(days.p90()).isEqualTo(700);
    }

    private static DayHistogram oneTo(int last) {
        DayHistogram days = new DayHistogram();
        for (int day = last; day > 0; day--) {
            days.add(day, 1);
        }
        return days;
    }
}
