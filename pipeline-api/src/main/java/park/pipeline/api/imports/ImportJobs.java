package park.pipeline.api.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import park.pipeline.api.imports.row.RowError;
import park.pipeline.api.node.AliveNodes;
import park.pipeline.api.wiring.NodeId;
import park.pipeline.core.log.LogDialect;
import park.pipeline.core.log.Micros;

/** The imports and their errors, in the database: a restart forgets none. */
@Repository
public class ImportJobs implements AliveNodes {
    private static final String JOB = "select job_no, id, actor, dry_run, status, failure, row_count, accepted,"
            + " unchanged, rejected, started_at, finished_at from import_job ";
    private static final String FINISH =
            "update import_job set status = ?, failure = ?, finished_at = ? where status = 'RUNNING' and ";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String node;
    private final boolean shared;

    ImportJobs(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock, NodeId node, LogDialect dialect) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.node = node.value();
        this.shared = dialect.isShared();
    }

    ImportJob create(String actor, boolean dryRun, int rows) {
        UUID id = UUID.randomUUID();
        jdbc.update(
                "insert into import_job (id, node_id, actor, dry_run, status, row_count, accepted, unchanged, rejected,"
                        + " started_at) values (?, ?, ?, ?, ?, ?, 0, 0, 0, ?)",
                id,
                node,
                actor,
                dryRun,
                ImportJob.Status.RUNNING.name(),
                rows,
                now());
        ImportJob job = find(id);
        if (job == null) {
            throw new IllegalStateException("Import " + id + " was stored and is not there");
        }
        return job;
    }

    /** An import; null where there is none of this id. */
    public @Nullable ImportJob find(UUID id) {
        List<ImportJob> found = jdbc.query(JOB + "where id = ?", ImportJobs::job, id);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** The newest imports, or those older than one. */
    public List<ImportJob> newest(long olderThan, int limit) {
        return jdbc.query(
                JOB + "where job_no < ? order by job_no desc fetch first " + limit + " rows only",
                ImportJobs::job,
                olderThan);
    }

    /** A page of an import's errors, in the order of the rows; the first one has number 0. */
    public List<RowError> errors(long job, int from, int limit) {
        return jdbc.query(
                "select row_no, column_code, code, details from import_error"
                        + " where job_no = ? and error_no >= ? and error_no < ? order by error_no",
                (row, i) -> new RowError(
                        row.getInt(1), row.getString(2), row.getString(3), ErrorValues.read(row.getString(4))),
                job,
                from,
                from + limit);
    }

    /** Takes down the progress of one import, counts and errors together. */
    ImportProgress progress(ImportJob job) {
        return new ImportProgress() {
            private int stored;

            @Override
            public void save(ImportCounts counts, List<RowError> errors) {
                transaction.executeWithoutResult(status -> store(job, counts, errors, stored));
                stored += errors.size();
            }
        };
    }

    private void store(ImportJob job, ImportCounts counts, List<RowError> errors, int firstNumber) {
        int updated = jdbc.update(
                "update import_job set accepted = ?, unchanged = ?, rejected = ? where job_no = ? and status = 'RUNNING'",
                counts.accepted(),
                counts.unchanged(),
                counts.rejected(),
                job.number());
        if (updated == 0) {
            // other nodes took this one for dead and have told so
            throw new ImportStopped();
        }
        int[] number = {firstNumber};
        jdbc.batchUpdate(
                "insert into import_error (job_no, error_no, row_no, column_code, code, details)"
                        + " values (?, ?, ?, ?, ?, ?)",
                errors,
                Math.max(errors.size(), 1),
                (insert, error) -> {
                    insert.setLong(1, job.number());
                    insert.setInt(2, number[0]++);
                    insert.setInt(3, error.row());
                    insert.setString(4, error.column());
                    insert.setString(5, error.code());
                    insert.setString(6, ErrorValues.write(error.values()));
                });
    }

    /** @param failure a problem code; null where all went well */
    void finish(ImportJob job, @Nullable String failure) {
        ImportJob.Status status = failure == null ? ImportJob.Status.DONE : ImportJob.Status.FAILED;
        jdbc.update(FINISH + "job_no = ?", status.name(), failure, now(), job.number());
    }

    /** What ran on this node when it went down runs no more; an embedded database has no other node. */
    void interruptAbandoned() {
        if (shared) {
            interruptOf(node);
        } else {
            jdbc.update(FINISH + "1 = 1", ImportJob.Status.FAILED.name(), "interrupted", now());
        }
    }

    @Override
    public void are(Set<String> alive) {
        jdbc.queryForList("select distinct node_id from import_job where status = 'RUNNING'", String.class).stream()
                .filter(running -> !alive.contains(running))
                .forEach(this::interruptOf);
    }

    private void interruptOf(String gone) {
        jdbc.update(FINISH + "node_id = ?", ImportJob.Status.FAILED.name(), "interrupted", now(), gone);
    }

    private long now() {
        return Micros.of(clock.instant());
    }

    private static ImportJob job(ResultSet row, int index) throws SQLException {
        Long finished = row.getObject("finished_at", Long.class);
        return new ImportJob(
                row.getLong("job_no"),
                row.getObject("id", UUID.class),
                row.getString("actor"),
                row.getBoolean("dry_run"),
                ImportJob.Status.valueOf(row.getString("status")),
                row.getString("failure"),
                row.getInt("row_count"),
                new ImportCounts(row.getInt("accepted"), row.getInt("unchanged"), row.getInt("rejected")),
                Micros.instant(row.getLong("started_at")),
                finished == null ? null : Micros.instant(finished));
    }
}
