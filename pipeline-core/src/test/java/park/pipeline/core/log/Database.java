package park.pipeline.core.log;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** The databases that the log promises to work on, as {@link LogDialect} names them. */
public enum Database {
    H2_FILE("h2") {
        @Override
        ConnectionPoolDataSource create(String name) {
            Path folder = folder().resolve(name);
            // async: H2's other channels are closed, and the database with them, when a thread is interrupted
            return h2("jdbc:h2:async:" + folder.resolve("log") + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0");
        }
    },
    H2_IN_MEMORY("h2") {
        @Override
        ConnectionPoolDataSource create(String name) {
            return h2("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        }
    },
    POSTGRESQL("postgresql") {
        @Override
        ConnectionPoolDataSource create(String name) throws SQLException {
            Postgres.execute("create database \"" + name + "\" template " + Postgres.TEMPLATE);
            return pooled(Postgres.SERVER.getJdbcUrl("postgres", name));
        }

        @Override
        void migrate(DataSource dataSource) {
            // a copy of the template, which is migrated once
        }

        @Override
        void drop(String name) throws SQLException {
            Postgres.execute("drop database \"" + name + "\" with (force)");
        }
    };

    private final String vendor;

    Database(String vendor) {
        this.vendor = vendor;
    }

    /** A new database with our tables, empty but for them. */
    public TestDatabase open() {
        return new TestDatabase(this, UUID.randomUUID().toString());
    }

    abstract ConnectionPoolDataSource create(String name) throws SQLException;

    void migrate(DataSource dataSource) {
        migrate(dataSource, vendor);
    }

    void drop(String name) throws SQLException {
        // nothing outlives its last connection but files, in target/
    }

    String vendor() {
        return vendor;
    }

    static ConnectionPoolDataSource h2(String url) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL(url + ";LOCK_TIMEOUT=60000");
        dataSource.setUser("sa");
        return dataSource;
    }

    /** Where the files of tests lie. */
    static Path folder() {
        try {
            return Files.createDirectories(Path.of("target", "test-databases")).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConnectionPoolDataSource pooled(String url) {
        PGConnectionPoolDataSource dataSource = new PGConnectionPoolDataSource();
        dataSource.setUrl(url);
        return dataSource;
    }

    private static void migrate(DataSource dataSource, String vendor) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor)
                .load()
                .migrate();
    }

    /** One server a JVM, started by whoever asks first and stopped with the JVM. */
    private static final class Postgres {
        static final String TEMPLATE = "migrated";
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.start();
                execute(server, "create database " + TEMPLATE);
                Database.migrate(server.getDatabase("postgres", TEMPLATE), POSTGRESQL.vendor());
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        static void execute(String sql) throws SQLException {
            execute(SERVER, sql);
        }

        private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
