package park.pipeline.api.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.log.Database;
import park.pipeline.core.log.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** A store that was moved is the store that it was, whichever way it went; or nothing has happened. */
class TransferTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"H2_FILE,POSTGRESQL", "POSTGRESQL,H2_FILE", "POSTGRESQL,POSTGRESQL"})
    void every_row_of_every_table_arrives(Database from, Database to) throws Exception {
        try (TestDatabase source = from.open();
                TestDatabase target = to.open()) {
            fill(source);

            Manifest written = export(source);
            Manifest read = new Import(target.dataSource(), JSON, (table, rows) -> {}).from(file());

            assertThat(read).isEqualTo(written);
            assertThat(written.log().rows()).isEqualTo(2);
            Path again = folder.resolve("again.zip");
            assertThat(export(target, again).tables()).isEqualTo(written.tables());
            assertThat(target.number("select head_position from log_head")).isEqualTo(2);
            // what comes next is counted behind what came along
            target.execute("insert into target (target_year, actor, recorded_at) values (2027, 'a', 1)");
            assertThat(target.number("select max(target_no) from target")).isEqualTo(8);
        }
    }

    @ParameterizedTest
    @CsvSource({"H2_FILE", "POSTGRESQL"})
    void a_store_that_is_in_use_is_not_written_over(Database kind) throws Exception {
        try (TestDatabase source = kind.open();
                TestDatabase target = kind.open()) {
            fill(source);
            export(source);
            target.execute("insert into app_user (name, password_hash, roles, disabled, created_at, changed_at)"
                    + " values ('王', 'x', 'ADMIN', false, 1, 1)");

            refused(target, "not-empty");

            assertThat(target.number("select count(*) from event_log")).isZero();
            assertThat(target.number("select count(*) from app_user")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"H2_FILE", "POSTGRESQL"})
    void a_file_that_was_tampered_with_leaves_nothing_behind(Database kind) throws Exception {
        try (TestDatabase source = kind.open();
                TestDatabase target = kind.open()) {
            fill(source);
            export(source);
            inZip("claim.ndjson", lines -> lines.replace("甘河", "别处"));

            refused(target, "differs");
            assertThat(target.number("select count(*) from event_log")).isZero();
            assertThat(target.number("select count(*) from log_head")).isEqualTo(1);

            inZip("claim.ndjson", lines -> lines.substring(0, 20));
            refused(target, "incomplete");
            inZip(Manifest.FILE, manifest -> manifest.replace("\"format\":1", "\"format\":2"));
            refused(target, "other-version");
            inZip(Manifest.FILE, manifest -> "{");
            refused(target, "no-export");
            assertThat(target.number("select count(*) from event_log")).isZero();
        }
    }

    @Test
    void no_table_is_forgotten() {
        List<String> derived = List.of("project", "funnel", "stage", "history");
        List<String> ofTheProcess =
                List.of("flyway_schema_history", "token_entry", "view_position", "node", "view_stop");
        try (TestDatabase database = Database.H2_IN_MEMORY.open()) {
            TreeSet<String> tables = new TreeSet<>(new JdbcTemplate(database.dataSource())
                    .queryForList(
                            "select lower(table_name) from information_schema.tables where table_schema = 'PUBLIC'",
                            String.class));
            tables.removeIf(table -> derived.stream().anyMatch(view -> table.matches(view + "_[a-z]+_g[12]"))
                    && !Tables.KEPT.contains(table));
            tables.removeAll(ofTheProcess);
            assertThat(tables).containsExactlyInAnyOrderElementsOf(Tables.KEPT);
        }
    }

    private static void fill(TestDatabase store) {
        String bytes = store.kind() == Database.POSTGRESQL ? "'\\x00ff7b'" : "X'00ff7b'";
        String id = "'0000000a-0000-4000-8000-00000000000";
        Stream.of(
                        "insert into event_log values (1, " + id + "1', " + id
                                + "a', 1, 'LeadRegistered', 1, 1700000000000001," + " date '1998-02-28', '王伟', " + bytes
                                + ")",
                        "insert into event_log values (2, " + id + "2', " + id
                                + "a', 2, 'ContactLogged', 1, 1700000000000002," + " null, 'x', " + bytes + ")",
                        "update log_head set head_position = 2, recorded_at = 1700000000000002",
                        "insert into claim values ('REFERENCE', '甘河 \"1\"\\', " + id + "a', null)",
                        "insert into import_job (job_no, id, node_id, actor, dry_run, status, row_count, accepted, unchanged,"
                                + " rejected, started_at) values (5, " + id
                                + "3', 'n', 'a', true, 'DONE', 1, 0, 0, 1, 7)",
                        "insert into import_error values (5, 0, 2, 'name', 'required', '{}')",
                        "insert into background_job (id, kind, slot, actor, state, report, started_at, updated_at) values ("
                                + id + "4', 'REBUILD', null, 'a', 'DONE', '{\"a\": \"多行\n文字\"}', 1, 2)",
                        "insert into target (target_no, target_year, actor, recorded_at) values (7, 2026, 'a', 1)",
                        "insert into app_user (name, password_hash, roles, disabled, created_at, changed_at)"
                                + " values ('王', 'x', 'ADMIN', true, 1, 1)")
                .forEach(store::execute);
    }

    private Path file() {
        return folder.resolve("store.zip");
    }

    private Manifest export(TestDatabase store) throws SQLException, IOException {
        return export(store, file());
    }

    private static Manifest export(TestDatabase store, Path file) throws SQLException, IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            return new Export(store.dataSource(), JSON, (table, rows) -> {}).to(out, "test/log", null);
        }
    }

    private void refused(TestDatabase target, String code) {
        assertThatThrownBy(() -> new Import(target.dataSource(), JSON, (table, rows) -> {}).from(file()))
                .isInstanceOfSatisfying(
                        TransferRefused.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private void inZip(String entry, java.util.function.UnaryOperator<String> change) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(file())) {
            Path inside = zip.getPath(entry);
            Files.writeString(inside, change.apply(Files.readString(inside)));
        }
    }
}
