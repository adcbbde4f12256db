package park.pipeline.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import park.pipeline.core.log.MovableClock;

/** Guessing becomes slow, and the one whose password it is still comes in. */
class FailedAttemptsTest {
    private static final String WANG = "wang";
    private static final String HERE = "10.0.0.1";

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-24T08:00:00Z"));
    private final FailedAttempts attempts = new FailedAttempts(clock);

    @Test
    void nine_wrong_passwords_cost_nothing_and_then_each_doubles_the_wait_up_to_a_quarter_of_a_minute() {
        fail(WANG, HERE, 9);
        assertThat(attempts.waitFor(WANG, HERE)).isZero();

        for (int seconds : new int[] {1, 2, 4, 8, 15, 15}) {
            attempts.failed(WANG, HERE);
            assertThat(attempts.waitFor(WANG, HERE)).isEqualTo(Duration.ofSeconds(seconds));
        }
    }

    @Test
    void a_wait_ends_with_its_time() {
        fail(WANG, HERE, 11);
        clock.move(Duration.ofMillis(1_500));
        assertThat(attempts.waitFor(WANG, HERE)).isEqualTo(Duration.ofMillis(500));

        clock.move(Duration.ofMillis(500));
        assertThat(attempts.waitFor(WANG, HERE)).isZero();
    }

    @Test
    void the_right_password_forgives_what_was_mistyped_before() {
        fail(WANG, HERE, 9);
        attempts.succeeded(WANG, HERE);
        fail(WANG, HERE, 9);

        assertThat(attempts.waitFor(WANG, HERE)).isZero();
    }

    @Test
    void another_user_and_another_place_are_not_slowed_down() {
        fail(WANG, HERE, 20);

        assertThat(attempts.waitFor("li", HERE)).isZero();
        assertThat(attempts.waitFor(WANG, "10.0.0.2")).isZero();
    }

    @Test
    void one_address_that_tries_many_names_is_slowed_down_and_no_right_password_frees_it() {
        for (int i = 0; i < 55; i++) {
            attempts.failed("user-" + i, HERE);
        }
        attempts.succeeded("user-1", HERE);

        assertThat(attempts.waitFor("user-99", HERE)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void a_name_that_is_guessed_from_everywhere_waits_for_seconds_only() {
        for (int i = 0; i < 500; i++) {
            attempts.failed(WANG, "10.1.0." + i);
        }

        assertThat(attempts.waitFor(WANG, HERE)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void after_a_quarter_of_an_hour_it_is_forgotten() {
        fail(WANG, HERE, 30);
        clock.move(FailedAttempts.MEMORY.plusMillis(1));
        attempts.failed(WANG, HERE);

        assertThat(attempts.waitFor(WANG, HERE)).isZero();
    }

    private void fail(String name, String address, int times) {
        for (int i = 0; i < times; i++) {
            attempts.failed(name, address);
        }
    }
}
