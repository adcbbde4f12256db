package park.pipeline.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The line to the database is cut while a group is written. Who was told that his command is stored finds it stored; who was
 * told nothing asks again under his key, and is answered rightly whether it was stored or not.
 */
class LogCutOffContractTest extends LogContract {
    private final AtomicBoolean cut = new AtomicBoolean();
    private Receipts receipts;

    @BeforeEach
    void readTheReceipts() {
        receipts = new Receipts(database.dataSource(), clock);
    }

    @Test
    void in_the_middle_of_a_batch_nothing_of_it_is_stored_and_asked_again_all_of_it_is() {
        // the head of the log is locked, and all is written but the commit
        LogWriter writer = writerAtWhoseCommit(real -> {
            cutOnce();
            real.proceed();
        });

        List<Pending> group =
                List.of(writer.submit(keyed(A, "a")), writer.submit(keyed(B, "b")), writer.submit(keyed(C, "c")));

        assertThat(group).allSatisfy(LogCutOffContractTest::untold);
        assertThat(cut).isTrue();
        forgetWhatWasCut();
        assertThat(all()).isEmpty();
        assertThat(receipts.find(Appends.ACTOR, "b")).isNull();
        assertThat(writer.submit(keyed(B, "b")).await().position()).isEqualTo(1);
        assertThat(writer.submit(keyed(A, "a")).await().position()).isEqualTo(2);
        assertThat(receipts.find(Appends.ACTOR, "b").place().projectId()).isEqualTo(B);
    }

    @Test
    void while_it_waits_for_the_head_the_database_ends_it_nothing_is_stored_and_asked_again_it_is() throws Exception {
        assumeThat(kind).as("a line of its own, that can be cut while it waits").isEqualTo(Database.POSTGRESQL);
        try (Connection other = database.dataSource().getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeQuery("select head_position from log_head where id = 1 for update");
            List<Pending> group = List.of(writer.submit(keyed(A, "a")), writer.submit(keyed(B, "b")));
            FutureTask<Throwable> told = meanwhile(() -> catchThrowable(group.getFirst()::await));
            database.awaitBlocked(told::isDone);

            cutWhatIsBlocked();

            assertThat(told.get()).isInstanceOf(LogUnavailable.class);
            assertThat(group).allSatisfy(LogCutOffContractTest::untold);
            other.rollback();
        }
        forgetWhatWasCut();
        assertThat(all()).isEmpty();
        assertThat(writer.submit(keyed(B, "b")).await().position()).isEqualTo(1);
    }

    /** Its commit is on its way already: the database goes on with what it was told. */
    @Test
    void while_it_waits_for_the_head_the_writer_is_cut_off_and_the_keys_know_that_it_is_stored() throws Exception {
        assumeThat(kind).as("a line of its own, that can be cut while it waits").isEqualTo(Database.POSTGRESQL);
        AtomicReference<Connection> line = new AtomicReference<>();
        LogWriter cutOff = writerOn(Intercepted.seen(database.dataSource(), line::set));
        try (Connection other = database.dataSource().getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeQuery("select head_position from log_head where id = 1 for update");
            Pending pending = cutOff.submit(keyed(A, "a"));
            FutureTask<Throwable> told = meanwhile(() -> catchThrowable(pending::await));
            database.awaitBlocked(told::isDone);

            line.get().abort(Runnable::run);

            assertThat(told.get()).isInstanceOf(LogUnavailable.class);
            other.rollback();
        }
        forgetWhatWasCut();
        while (receipts.find(Appends.ACTOR, "a") == null) {
            Thread.onSpinWait();
        }
        assertThatThrownBy(() -> writer.submit(keyed(A, "a")).await()).isInstanceOf(AlreadyAnswered.class);
        assertThat(positions()).containsExactly(1L);
    }

    @Test
    void behind_the_commit_all_of_it_is_stored_though_nobody_was_told_and_the_keys_know_it() {
        LogWriter writer = writerAtWhoseCommit(real -> {
            real.proceed();
            if (cut.compareAndSet(false, true)) {
                throw new SQLException("the answer is lost");
            }
        });

        List<Pending> group = List.of(writer.submit(keyed(A, "a")), writer.submit(keyed(B, "b")));

        assertThat(group).allSatisfy(LogCutOffContractTest::untold);
        assertThat(positions()).containsExactly(1L, 2L);
        assertThatThrownBy(() -> writer.submit(keyed(B, "b")).await()).isInstanceOf(AlreadyAnswered.class);
        assertThat(receipts.find(Appends.ACTOR, "b").place().appended().position())
                .isEqualTo(2);
        assertThat(positions()).containsExactly(1L, 2L);
    }

    @Test
    void a_conflict_in_the_middle_of_a_batch_is_its_own_and_what_stands_around_it_is_stored_in_its_order() {
        store(Appends.first(B));
        List<Pending> group =
                List.of(writer.submit(keyed(A, "a")), writer.submit(keyed(B, "late")), writer.submit(keyed(C, "c")));

        assertThat(group.get(0).await().position()).isEqualTo(2);
        assertThatThrownBy(group.get(1)::await).isInstanceOf(ConcurrencyException.class);
        assertThat(group.get(2).await().position()).isEqualTo(3);
        assertThat(receipts.find(Appends.ACTOR, "late")).isNull();
        assertThat(receipts.find(Appends.ACTOR, "c").place().projectId()).isEqualTo(C);
    }

    @Test
    void behind_a_slow_writer_what_came_meanwhile_is_one_group() throws Exception {
        Gate gate = new Gate();
        List<LogWriter.Group> groups = new ArrayList<>();
        LogWriter slow = writerAtWhoseCommit(gate);
        slow.onAppended(groups::add);
        FutureTask<Appended> first = meanwhile(slow.submit(keyed(A, "first"))::await);
        gate.awaitSomebody();
        List<FutureTask<Appended>> others = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Pending pending = slow.submit(keyed(UUID.randomUUID(), "k" + i));
            others.add(meanwhile(pending::await));
        }

        gate.open();

        assertThat(first.get().position()).isEqualTo(1);
        for (FutureTask<Appended> other : others) {
            assertThat(other.get().position()).isBetween(2L, 41L);
        }
        assertThat(groups).extracting(LogWriter.Group::commands).containsExactly(1, 40);
        assertThat(groups).extracting(LogWriter.Group::receipts).containsExactly(1, 40);
    }

    private void cutOnce() {
        if (cut.compareAndSet(false, true)) {
            database.execute(
                    kind == Database.POSTGRESQL
                            ? "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                                    + " and state = 'idle in transaction'"
                            : "select abort_session(session_id) from information_schema.sessions"
                                    + " where session_id <> session_id()");
        }
    }

    private void cutWhatIsBlocked() {
        database.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                + " and wait_event_type = 'Lock'");
    }

    /** The pool of the tests finds out about a dead connection only when somebody uses it. */
    private void forgetWhatWasCut() {
        for (int tries = 0; tries < 24; tries++) {
            try {
                reader.head();
            } catch (LogUnavailable dead) {
                // it is gone now
            }
        }
    }

    private static Append keyed(UUID project, String key) {
        Append first = Appends.first(project);
        return new Append(
                first.projectId(),
                first.actor(),
                first.lines(),
                first.claims(),
                null,
                new Receipt(Appends.ACTOR, key, "0".repeat(64), 201, null, new byte[] {'{', '}'}),
                null);
    }

    private static void untold(Pending pending) {
        assertThatThrownBy(pending::await).isInstanceOf(LogUnavailable.class);
    }
}
