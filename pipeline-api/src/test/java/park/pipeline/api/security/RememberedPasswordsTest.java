package park.pipeline.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How long a password is remembered. */
class RememberedPasswordsTest {
    private static final User USER = new User("leader", "{bcrypt}x", Set.of(Role.LEADER), false, Instant.EPOCH);

    private final AtomicLong nanos = new AtomicLong();
    private final RememberedPasswords remembered = new RememberedPasswords(nanos::get);

    @Test
    void a_password_is_remembered_for_five_minutes_however_often_it_is_used() {
        remembered.remember(USER, "right");

        pass(Duration.ofMinutes(4));
        assertThat(remembered.has(USER, "right")).isTrue();
        assertThat(remembered.has(USER, "wrong")).isFalse();
        pass(Duration.ofSeconds(61));
        assertThat(remembered.has(USER, "right")).isFalse();
    }

    @Test
    void a_password_is_forgotten_when_anything_of_the_user_changes() {
        remembered.remember(USER, "right");

        assertThat(remembered.has(new User("leader", "{bcrypt}y", USER.roles(), false, Instant.EPOCH), "right"))
                .isFalse();
        assertThat(remembered.has(new User("leader", "{bcrypt}x", Set.of(Role.ADMIN), false, Instant.EPOCH), "right"))
                .isFalse();
        assertThat(remembered.has(new User("leader", "{bcrypt}x", USER.roles(), true, Instant.EPOCH), "right"))
                .isFalse();
        assertThat(remembered.has(
                        new User("leader", "{bcrypt}x", USER.roles(), false, Instant.EPOCH.plusNanos(1000)), "right"))
                .isFalse();
        assertThat(remembered.has(USER, "right")).isTrue();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
