package park.pipeline.api.targets;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Of each year what was set last is in force, and nothing that was set is forgotten; on H2 and on PostgreSQL. */
class TargetsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123456Z");
    private static final Target FEW = new Target(3L, null, null, 0L);
    private static final Target MANY = new Target(30L, 12_000_000_000L, 15L, null);

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
    void the_newest_of_each_year_counts_and_the_last_year_comes_first(Database database) {
        Targets targets = empty(database);
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

    private static Targets empty(Database database) {
        JdbcTemplate jdbc = new JdbcTemplate(database.source());
        jdbc.execute("drop table if exists target");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/common/V34__targets.sql"))
                .execute(database.source());
        return new Targets(jdbc, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
