package park.pipeline.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import park.pipeline.core.person.KeyChange;
import park.pipeline.core.person.PersonKey;
import park.pipeline.core.person.PersonKeys;
import park.pipeline.core.project.ClaimChange;

/** A person's key comes and goes with the events that say so: both, or neither. */
class PersonKeysContractTest extends LogContract {
    private final PersonKey zhang = PersonKey.fresh(A);
    private final PersonKey li = PersonKey.fresh(A);

    @Test
    void a_key_is_kept_with_its_event_and_destroyed_with_the_one_that_erases() {
        store(append(1, new KeyChange.Kept(zhang)));
        store(append(2, new KeyChange.Kept(li)));
        assertThat(keys()).containsOnlyKeys(zhang.contactId(), li.contactId());
        assertThat(keys().get(zhang.contactId()).secret()).isEqualTo(zhang.secret());

        store(append(3, new KeyChange.Destroyed(zhang.contactId())));

        assertThat(keys()).containsOnlyKeys(li.contactId());
        assertThat(database.number("select count(*) from person_key")).isEqualTo(1);
    }

    @Test
    void a_command_that_lost_its_race_leaves_no_key_and_destroys_none() {
        store(append(1, new KeyChange.Kept(zhang)));

        assertThatThrownBy(() -> store(append(1, new KeyChange.Kept(li)))).isNotNull();
        assertThatThrownBy(() -> store(append(1, new KeyChange.Destroyed(zhang.contactId()))))
                .isNotNull();

        assertThat(keys()).containsOnlyKeys(zhang.contactId());
        assertThat(reader.head()).isEqualTo(1);
    }

    @Test
    void a_commit_that_fails_leaves_no_key_and_destroys_none() {
        store(append(1, new KeyChange.Kept(zhang)));
        LogWriter failing = writerAtWhoseCommit(real -> {
            throw new SQLException("no room");
        });

        assertThatThrownBy(
                        () -> failing.submit(append(2, new KeyChange.Kept(li))).await())
                .isInstanceOf(LogUnavailable.class);
        assertThatThrownBy(() -> failing.submit(append(2, new KeyChange.Destroyed(zhang.contactId())))
                        .await())
                .isInstanceOf(LogUnavailable.class);

        assertThat(keys()).containsOnlyKeys(zhang.contactId());
    }

    private Map<UUID, PersonKey> keys() {
        return new PersonKeys(database.dataSource()).of(A);
    }

    private static Append append(long sequence, @Nullable KeyChange key) {
        return new Append(
                A,
                Appends.ACTOR,
                List.of(Appends.line(UUID.randomUUID(), sequence)),
                ClaimChange.NONE,
                null,
                null,
                key);
    }
}
