package park.pipeline.core.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is sealed opens by its own key in its own place, and by nothing else. */
class PersonCipherTest {
    private static final UUID PROJECT = new UUID(1, 1);
    private static final Person ZHANG = new Person("张三", "0971-0000000", null, "总经理");

    private final PersonKey key = PersonKey.fresh(PROJECT);
    private final String sealed = PersonCipher.seal(ZHANG, key);

    @Test
    void a_person_is_sealed_and_opened() {
        assertThat(PersonCipher.open(sealed, key)).isEqualTo(ZHANG);
        assertThat(key.secret()).hasSize(32);
        assertThat(ZHANG.toString() + key)
                .doesNotContain("张三", "0971", Base64.getEncoder().encodeToString(key.secret()));
    }

    @Test
    void no_two_seals_are_alike() {
        Set<String> seals = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            seals.add(PersonCipher.seal(ZHANG, key).substring(0, 16));
            keys.add(Base64.getEncoder().encodeToString(PersonKey.fresh(PROJECT).secret()));
        }
        assertThat(seals).hasSize(1_000);
        assertThat(keys).hasSize(1_000);
    }

    @Test
    void another_key_opens_nothing() {
        refused(
                sealed,
                new PersonKey(PROJECT, key.contactId(), PersonKey.fresh(PROJECT).secret()));
    }

    @Test
    void what_was_moved_to_another_project_or_person_does_not_open() {
        refused(sealed, new PersonKey(new UUID(2, 2), key.contactId(), key.secret()));
        refused(sealed, new PersonKey(PROJECT, new UUID(3, 3), key.secret()));
    }

    @Test
    void what_was_changed_or_cut_off_does_not_open() {
        byte[] bytes = Base64.getDecoder().decode(sealed);
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            refused(Base64.getEncoder().encodeToString(changed), key);
        }
        refused("", key);
        refused("AAAA", key);
        refused("no base64!", key);
    }

    private static void refused(String text, PersonKey with) {
        assertThatThrownBy(() -> PersonCipher.open(text, with))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not open");
    }
}
