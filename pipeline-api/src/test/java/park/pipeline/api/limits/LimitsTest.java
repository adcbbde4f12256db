package park.pipeline.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import park.pipeline.api.wiring.PipelineSettings;
import park.pipeline.core.project.Stage;

/** What was set last is in force, on H2 and on PostgreSQL. */
class LimitsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456Z");

    record Database(String name, DataSource source) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    static Stream<Database> databases() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return Stream.of(new Database("H2", h2), new Database("PostgreSQL", postgres.getPostgresDatabase()));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void nobody_has_set_anything_so_the_settings_hold_and_else_the_defaults(Database database) {
        Limits limits = empty(database, Map.of(Stage.INTENT, 30));

        assertThat(limits.get().days()).containsEntry(Stage.INTENT, 30).containsEntry(Stage.LEAD, 60);
        assertThat(limits.all())
                .extracting(Limits.Limit::stage)
                .containsExactly(
                        Stage.LEAD,
                        Stage.NEGOTIATION,
                        Stage.INTENT,
                        Stage.CONTRACT,
                        Stage.PERMITTING,
                        Stage.CONSTRUCTION);
        assertThat(limits.all()).allMatch(limit -> limit.actor() == null);
        assertThat(limits.history(10)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_newest_counts_for_its_stage_and_what_is_left_out_gets_its_setting_back(Database database) {
        Limits limits = empty(database, Map.of());
        limits.set(Map.of(Stage.LEAD, 45, Stage.CONTRACT, 10), "anna");
        limits.set(Map.of(Stage.LEAD, 40), "boris");
        limits.set(Map.of(Stage.LEAD, 40), "nobody, for nothing changes");

        assertThat(limits.get().days()).containsEntry(Stage.LEAD, 40).containsEntry(Stage.CONTRACT, 60);
        assertThat(limits.all().getFirst()).isEqualTo(new Limits.Limit(Stage.LEAD, 40, 60, "boris", NOW));
        assertThat(limits.history(10))
                .containsExactlyInAnyOrder(
                        new Limits.Change(Stage.LEAD, 45, "anna", NOW),
                        new Limits.Change(Stage.CONTRACT, 10, "anna", NOW),
                        new Limits.Change(Stage.LEAD, 40, "boris", NOW),
                        new Limits.Change(Stage.CONTRACT, null, "boris", NOW));
        assertThat(limits.history(2)).allMatch(change -> change.actor().equals("boris"));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_node_that_has_read_nothing_yet_sees_what_another_has_set(Database database) {
        Limits one = empty(database, Map.of());
        Limits other = limits(database, Map.of());
        one.set(Map.of(Stage.CONSTRUCTION, 365), "anna");

        assertThat(other.get().days()).containsEntry(Stage.CONSTRUCTION, 365);
    }

    private static Limits empty(Database database, Map<Stage, Integer> settings) {
        new JdbcTemplate(database.source()).execute("drop table if exists stage_limit");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/common/V35__stage_limits.sql"))
                .execute(database.source());
        return limits(database, settings);
    }

    private static Limits limits(Database database, Map<Stage, Integer> settings) {
        return new Limits(
                new JdbcTemplate(database.source()),
                new DataSourceTransactionManager(database.source()),
                Clock.fixed(NOW, ZoneOffset.UTC),
                new PipelineSettings(Path.of("."), ZoneId.of("Asia/Shanghai"), "test", false, "", settings, null));
    }
}
