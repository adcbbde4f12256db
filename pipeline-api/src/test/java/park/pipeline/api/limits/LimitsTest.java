package park.pipeline.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import park.pipeline.api.wiring.PipelineSettings;
import park.pipeline.core.log.Database;
import park.pipeline.core.log.TestDatabase;
import park.pipeline.core.project.Stage;

/** What was set last is in force, on H2 and on PostgreSQL. */
class LimitsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456Z");

    private TestDatabase database;

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_IN_MEMORY", "POSTGRESQL"})
    void nobody_has_set_anything_so_the_settings_hold_and_else_the_defaults(Database kind) {
        Limits limits = empty(kind, Map.of(Stage.INTENT, 30));

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
    @EnumSource(names = {"H2_IN_MEMORY", "POSTGRESQL"})
    void the_newest_counts_for_its_stage_and_what_is_left_out_gets_its_setting_back(Database kind) {
        Limits limits = empty(kind, Map.of());
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
    @EnumSource(names = {"H2_IN_MEMORY", "POSTGRESQL"})
    void a_node_that_has_read_nothing_yet_sees_what_another_has_set(Database kind) {
        Limits one = empty(kind, Map.of());
        Limits other = limits(Map.of());
        one.set(Map.of(Stage.CONSTRUCTION, 365), "anna");

        assertThat(other.get().days()).containsEntry(Stage.CONSTRUCTION, 365);
    }

    private Limits empty(Database kind, Map<Stage, Integer> settings) {
        database = kind.open();
        return limits(settings);
    }

    private Limits limits(Map<Stage, Integer> settings) {
        return new Limits(
                new JdbcTemplate(database.dataSource()),
                new DataSourceTransactionManager(database.dataSource()),
                Clock.fixed(NOW, ZoneOffset.UTC),
                new PipelineSettings(Path.of("."), ZoneId.of("Asia/Shanghai"), "test", false, "", settings, null));
    }
}
