package park.pipeline.api.job;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import park.pipeline.core.log.LogDialect;
import park.pipeline.core.log.Micros;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The jobs, in the database: any node can tell of them, and a restart forgets none. */
@Repository
@DependsOnDatabaseInitialization
public class Jobs {
    /** All jobs work on the generations of views that are not live: one at a time. */
    private static final String SLOT = "views";
    /** A job reports at least every few seconds; one that has been silent for this long has died with its process. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private static final String SELECT =
            "select job_no, id, kind, actor, state, failure, report, started_at," + " finished_at from background_job ";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final JsonMapper json;
    private final boolean shared;

    Jobs(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            DataSource dataSource,
            Clock clock,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        // A job tells of itself while it holds a snapshot open.
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
        this.json = json;
        this.shared = LogDialect.of(dataSource) == LogDialect.POSTGRESQL;
    }

    public @Nullable Job find(Job.Kind kind, UUID id) {
        List<Job> found = jdbc.query(SELECT + "where kind = ? and id = ?", this::job, kind.name(), id);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** The newest of a kind, or those older than one. */
    public List<Job> newest(Job.Kind kind, long olderThan, int limit) {
        return jdbc.query(
                SELECT + "where kind = ? and job_no < ? order by job_no desc limit ?",
                this::job,
                kind.name(),
                olderThan,
                limit);
    }

    /** A new job; null where another one runs. */
    @Nullable
    Job create(Job.Kind kind, String actor, Object report) {
        interruptSilent();
        UUID id = UUID.randomUUID();
        long now = now();
        try {
            jdbc.update(
                    "insert into background_job (id, kind, slot, actor, state, report, started_at, updated_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    kind.name(),
                    SLOT,
                    actor,
                    Job.State.RUNNING.name(),
                    json.writeValueAsString(report),
                    now,
                    now);
        } catch (DuplicateKeyException e) {
            return null;
        }
        return find(kind, id);
    }

    /** Takes down how far it has come; false where the job no longer runs, for others took it for dead. */
    boolean save(UUID id, Object report) {
        return Boolean.TRUE.equals(transaction.execute(status -> jdbc.update(
                        "update background_job set report = ?, updated_at = ? where id = ? and state = ?",
                        json.writeValueAsString(report),
                        now(),
                        id,
                        Job.State.RUNNING.name())
                == 1));
    }

    /** @param failure null where all went well */
    void finish(UUID id, Object report, @Nullable String failure) {
        Job.State state = failure == null ? Job.State.DONE : Job.State.FAILED;
        jdbc.update(
                "update background_job set state = ?, failure = ?, report = ?, slot = null, updated_at = ?,"
                        + " finished_at = ? where id = ? and state = ?",
                state.name(),
                failure,
                json.writeValueAsString(report),
                now(),
                now(),
                id,
                Job.State.RUNNING.name());
    }

    /** What a process left behind that is no more: at start, of an embedded database, all that seems to run. */
    void interruptAbandoned() {
        if (shared) {
            interruptSilent();
        } else {
            interrupt(Long.MAX_VALUE);
        }
    }

    private void interruptSilent() {
        interrupt(Micros.of(clock.instant().minus(SILENCE)));
    }

    private void interrupt(long silentSince) {
        jdbc.update(
                "update background_job set state = ?, failure = ?, slot = null, finished_at = updated_at"
                        + " where state = ? and updated_at < ?",
                Job.State.FAILED.name(),
                Job.INTERRUPTED,
                Job.State.RUNNING.name(),
                silentSince);
    }

    private long now() {
        return Micros.of(clock.instant());
    }

    private Job job(ResultSet row, int index) throws SQLException {
        Long finished = row.getObject("finished_at", Long.class);
        return new Job(
                row.getLong("job_no"),
                row.getObject("id", UUID.class),
                Job.Kind.valueOf(row.getString("kind")),
                row.getString("actor"),
                Job.State.valueOf(row.getString("state")),
                row.getString("failure"),
                (ObjectNode) json.readTree(row.getString("report")),
                Micros.instant(row.getLong("started_at")),
                finished == null ? null : Micros.instant(finished));
    }
}
