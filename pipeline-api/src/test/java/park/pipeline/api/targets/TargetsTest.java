package park.pipeline.api.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.log.Database;
import park.pipeline.core.log.TestDatabase;

/** Of each year what was set last is in force, and nothing that was set is forgotten; on H2 and on PostgreSQL. */
class TargetsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456Z");
    private static final Target FEW = new Target(3L, null, null, 0L);
    private static final Target MANY = new Target(30L, 12_000_000_000L, 15L, null);

    private TestDatabase database;

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_IN_MEMORY", "POSTGRESQL"})
    void the_newest_of_each_year_counts_and_the_last_year_comes_first(Database kind) {
        Targets targets = empty(kind);
        assertThat(targets.inForce(10)).isEmpty();
        targets.set(2025, FEW, "anna");
        targets.set(2026, FEW, "anna");
        targets.set(2025, MANY, "boris");

        assertThat(targets.of(2025)).isEqualTo(MANY);
        assertThat(targets.of(2024)).isEqualTo(Target.NONE);
        assertThat(targets.inForce(10))
                .containsExactly(new Targets.Set(2026, FEW, "anna", NOW), new Targets.Set(2025, MANY, "boris", NOW));
        assertThat(targets.inForce(1)).extracting(Targets.Set::year).containsExactly(2026);
        assertThat(targets.history(10))
                .containsExactly(
                        new Targets.Set(2025, MANY, "boris", NOW),
                        new Targets.Set(2026, FEW, "anna", NOW),
                        new Targets.Set(2025, FEW, "anna", NOW));
    }

    private Targets empty(Database kind) {
        database = kind.open();
        return new Targets(new JdbcTemplate(database.dataSource()), Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
