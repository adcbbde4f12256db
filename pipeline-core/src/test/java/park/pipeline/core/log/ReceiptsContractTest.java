package park.pipeline.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A command's receipt is there exactly where its events are. */
class ReceiptsContractTest extends LogContract {
    private static final Duration TWO_DAYS = Duration.ofHours(48);

    private Receipts receipts;

    @BeforeEach
    void readTheReceipts() {
        receipts = new Receipts(database.dataSource(), clock);
    }

    @Test
    void a_command_that_is_stored_leaves_its_receipt_with_its_place_in_the_log() {
        store(Appends.first(A));
        Appended appended = store(asked(B, "k1", Appends.of(B, 1, 3)));

        Receipts.Stored stored = receipts.find(Appends.ACTOR, "k1");

        assertThat(stored.place()).isEqualTo(new Receipts.Place(B, appended));
        assertThat(appended.position()).isEqualTo(4);
        assertThat(stored.receipt()).usingRecursiveComparison().isEqualTo(receipt("k1"));
    }

    @Test
    void a_key_is_one_users_own_and_compared_to_the_letter() {
        store(asked(A, "Key", Appends.first(A)));

        assertThat(receipts.find("somebody else", "Key")).isNull();
        assertThat(receipts.find(Appends.ACTOR, "key")).isNull();
        assertThat(receipts.find(Appends.ACTOR, "Key ")).isNull();
        assertThat(receipts.find(Appends.ACTOR, "Key")).isNotNull();
    }

    @Test
    void a_command_under_a_key_that_another_node_answered_appends_nothing_and_the_rest_of_its_group_is_stored() {
        anotherNode().submit(asked(A, "k", Appends.first(A))).await();
        Pending twin = writer.submit(asked(B, "k", Appends.first(B)));
        Pending other = writer.submit(asked(C, "k2", Appends.first(C)));

        assertThatThrownBy(twin::await).isInstanceOf(AlreadyAnswered.class);
        assertThat(other.await().position()).isEqualTo(2);
        assertThat(positions()).containsExactly(1L, 2L);
        assertThat(receipts.find(Appends.ACTOR, "k").place().projectId()).isEqualTo(A);
        assertThat(receipts.find(Appends.ACTOR, "k2").place().projectId()).isEqualTo(C);
    }

    @Test
    void a_command_under_a_key_whose_refusal_is_kept_appends_nothing() {
        receipts.keep(receipt("k"));

        assertThatThrownBy(() -> store(asked(A, "k", Appends.first(A)))).isInstanceOf(AlreadyAnswered.class);
        assertThat(all()).isEmpty();
    }

    @Test
    void of_two_nodes_that_were_asked_the_same_one_has_the_effect() throws Exception {
        Gate gate = new Gate();
        LogWriter early = writerAtWhoseCommit(gate);
        FutureTask<Appended> first =
                meanwhile(() -> early.submit(asked(A, "k", Appends.first(A))).await());
        gate.awaitSomebody();
        Pending twin = anotherNode().submit(asked(B, "k", Appends.first(B)));
        FutureTask<Appended> second = meanwhile(twin::await);
        database.awaitBlocked(second::isDone);
        gate.open();

        assertThat(first.get().position()).isEqualTo(1);
        assertThatThrownBy(second::get).hasCauseInstanceOf(AlreadyAnswered.class);
        assertThat(positions()).containsExactly(1L);
    }

    @Test
    void a_command_that_lost_its_race_leaves_no_receipt() {
        store(Appends.first(A));

        assertThatThrownBy(() -> store(asked(A, "k", Appends.first(A)))).isInstanceOf(ConcurrencyException.class);
        assertThat(receipts.find(Appends.ACTOR, "k")).isNull();
    }

    @Test
    void a_group_that_cannot_be_committed_leaves_no_receipt() {
        LogWriter failing = writerAtWhoseCommit(real -> {
            throw new SQLException("the cable was pulled");
        });

        assertThatThrownBy(() -> failing.submit(asked(A, "k", Appends.first(A))).await())
                .isInstanceOf(LogUnavailable.class);
        assertThat(receipts.find(Appends.ACTOR, "k")).isNull();
        assertThat(store(asked(A, "k", Appends.first(A))).position()).isEqualTo(1);
    }

    @Test
    void the_first_answer_stays() {
        assertThat(receipts.keep(receipt("k"))).isTrue();
        assertThat(receipts.keep(new Receipt(Appends.ACTOR, "k", "other", 422, null, new byte[0])))
                .isFalse();

        assertThat(receipts.find(Appends.ACTOR, "k").receipt())
                .usingRecursiveComparison()
                .isEqualTo(receipt("k"));
    }

    @Test
    void receipts_are_kept_for_two_days_and_then_cleared_up() {
        receipts.keep(receipt("refused"));
        store(asked(A, "taken", Appends.first(A)));
        clock.set(NOW.plus(TWO_DAYS));
        assertThat(receipts.clearUp()).isZero();

        clock.set(NOW.plus(TWO_DAYS).plusSeconds(1));
        receipts.keep(receipt("new"));

        assertThat(receipts.clearUp()).isEqualTo(2);
        assertThat(receipts.find(Appends.ACTOR, "refused")).isNull();
        assertThat(receipts.find(Appends.ACTOR, "taken")).isNull();
        assertThat(receipts.find(Appends.ACTOR, "new")).isNotNull();
        assertThat(positions()).containsExactly(1L);
    }

    private static Append asked(UUID projectId, String key, Append append) {
        List<Append.Line> lines = append.lines();
        return new Append(projectId, Appends.ACTOR, lines, append.claims(), null, receipt(key), null);
    }

    private static Receipt receipt(String key) {
        byte[] body = "{\"warnings\":[\"一\"]}".getBytes(StandardCharsets.UTF_8);
        return new Receipt(Appends.ACTOR, key, "f".repeat(64), 201, "/api/projects/x", body);
    }
}
