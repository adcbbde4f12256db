package park.pipeline.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import park.pipeline.core.project.Claim;

/** A database that fails: nobody is told that something is stored that is not, and the log has no gap afterwards. */
class LogFailureContractTest extends LogContract {
    private static final Claim REFERENCE = new Claim(Claim.Kind.REFERENCE, "r");

    private final AtomicBoolean broken = new AtomicBoolean(true);

    @Test
    void a_commit_that_fails_stores_nothing_of_the_group_and_tells_all_of_it() {
        LogWriter failing = writerAtWhoseCommit(this::failWhileBroken);
        List<Pending> group =
                List.of(failing.submit(Appends.taking(A, 1, REFERENCE)), failing.submit(Appends.of(B, 1, 3)));

        assertThat(group).allSatisfy(LogFailureContractTest::assertUnavailable);
        assertThat(all()).isEmpty();
        assertThat(reader.head()).isZero();
        assertThat(new LogClaims(database.dataSource()).holder(REFERENCE)).isNull();

        broken.set(false);
        assertThat(failing.submit(Appends.taking(B, 1, REFERENCE)).await().position())
                .isEqualTo(1);
        assertThat(failing.submit(Appends.first(A)).await().position()).isEqualTo(2);
    }

    @Test
    void a_commit_whose_answer_is_lost_is_not_acknowledged_and_cannot_be_repeated() {
        LogWriter failing = writerAtWhoseCommit(real -> {
            real.proceed();
            failWhileBroken(() -> {});
        });

        assertUnavailable(failing.submit(Appends.of(A, 1, 2)));
        assertThat(positions()).containsExactly(1L, 2L);

        broken.set(false);
        Pending again = failing.submit(Appends.of(A, 1, 2));
        assertThatThrownBy(again::await).isInstanceOf(ConcurrencyException.class);
        assertThat(failing.submit(Appends.of(A, 3, 1)).await().position()).isEqualTo(3);
    }

    @Test
    void a_connection_that_can_not_even_roll_back_leaves_nobody_waiting() {
        LogWriter failing = writerOn(Intercepted.on(
                "rollback",
                Intercepted.on("commit", database.dataSource(), this::failWhileBroken),
                this::failWhileBroken));

        assertUnavailable(failing.submit(Appends.first(A)));
        broken.set(false);
        assertThat(failing.submit(Appends.first(A)).await().position()).isEqualTo(1);
    }

    @Test
    void without_a_connection_nobody_is_left_waiting() {
        LogWriter cutOff = writerOn(Intercepted.exhausted());
        List<Pending> group = List.of(cutOff.submit(Appends.first(A)), cutOff.submit(Appends.first(B)));

        assertThat(group).allSatisfy(LogFailureContractTest::assertUnavailable);
    }

    @Test
    void a_statement_that_fails_stores_nothing_of_the_group() {
        database.execute("alter table log_head rename to log_head_gone");
        Pending first = writer.submit(Appends.first(A));
        Pending second = writer.submit(Appends.first(B));

        assertUnavailable(first);
        assertUnavailable(second);
        database.execute("alter table log_head_gone rename to log_head");
        assertThat(all()).isEmpty();
        assertThat(store(Appends.first(A)).position()).isEqualTo(1);
    }

    @Test
    void what_was_committed_stays_acknowledged_and_told_when_its_connection_fails_to_close() {
        AtomicBoolean told = new AtomicBoolean();
        LogWriter failing = writerOn(Intercepted.on("close", database.dataSource(), real -> {
            real.proceed();
            failWhileBroken(() -> {});
        }));
        failing.onAppended(group -> told.set(true));

        assertThat(failing.submit(Appends.first(A)).await().position()).isEqualTo(1);
        assertThat(told).isTrue();
    }

    @Test
    void an_error_of_the_machine_reaches_its_thread_and_leaves_nobody_else_waiting() throws Exception {
        LogWriter failing = writerAtWhoseCommit(real -> {
            throw new StackOverflowError("as it might");
        });
        Pending first = failing.submit(Appends.first(A));
        Pending second = failing.submit(Appends.first(B));

        assertThatThrownBy(first::await).isInstanceOfAny(StackOverflowError.class, LogUnavailable.class);
        FutureTask<?> waiting = meanwhile(() -> catchThrowable(second::await));
        assertThat(waiting.get(10, TimeUnit.SECONDS)).isInstanceOf(LogUnavailable.class);
        assertThat(all()).isEmpty();
    }

    @Test
    void a_caller_that_is_interrupted_harms_nobody_else() {
        store(Appends.first(A));
        Pending interrupted = writer.submit(Appends.first(B));
        Thread.currentThread().interrupt();
        Throwable outcome = catchThrowable(interrupted::await);
        Thread.interrupted();

        int stored = outcome == null ? 2 : 1;
        assertThat(all()).hasSize(stored);
        assertThat(store(Appends.first(C)).position()).isEqualTo(stored + 1);
    }

    private void failWhileBroken(Intercepted.Call real) throws SQLException {
        if (broken.get()) {
            throw new SQLException("the line is cut");
        }
        real.proceed();
    }

    private static void assertUnavailable(Pending pending) {
        assertThatThrownBy(pending::await).isInstanceOf(LogUnavailable.class);
    }
}
