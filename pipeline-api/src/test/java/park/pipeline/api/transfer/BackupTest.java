package park.pipeline.api.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import park.pipeline.api.Api;
import park.pipeline.api.Leads;
import park.pipeline.api.PipelineTest;
import park.pipeline.core.log.Database;
import park.pipeline.core.log.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** A backup of a service that goes on working. */
@PipelineTest
class BackupTest {
    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"H2_FILE", "POSTGRESQL"})
    void holds_the_log_as_it_was_and_is_on_record(Database kind) throws IOException, SQLException {
        Api api = Api.at(port);
        new Leads(api).register("2023-01-05", 1_000_000L);
        String log = log(api);
        Path file = folder.resolve("backup.zip");

        Files.write(file, api.as("admin").bytes("/api/admin/backup"));

        new Leads(api).register("2023-01-05", 1_000_000L);
        try (TestDatabase restored = kind.open()) {
            Manifest manifest = new Import(restored.dataSource(), new JsonMapper(), (table, rows) -> {}).from(file);
            assertThat(manifest.log().rows()).isEqualTo(log.lines().count());
            assertThat(restored.number("select count(*) from event_log"))
                    .isEqualTo(log.lines().count());
            assertThat(restored.number("select count(*) from app_user where name = 'promoter'"))
                    .isEqualTo(1);
            assertThat(manifest.verifierKey())
                    .isEqualTo(api.as("auditor")
                            .get("/api/audit/key")
                            .response()
                            .body()
                            .strip());
        }
        assertThat(api.as("auditor").get("/api/audit/accesses").response().body())
                .contains("/api/admin/backup");
    }

    @Test
    void nobody_but_an_administrator_has_it() {
        for (String user : new String[] {"promoter", "leader", "auditor"}) {
            assertThat(Api.at(port).as(user).get("/api/admin/backup").problem()).isEqualTo("403 forbidden");
        }
    }

    private static String log(Api api) {
        return api.as("auditor")
                .with("Accept", "application/x-ndjson")
                .get("/api/audit/events")
                .response()
                .body();
    }
}
