package park.pipeline.api.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.springframework.jdbc.core.JdbcTemplate;

/** A PostgreSQL that flushes to disk as one in earnest does, and can be stopped and started with what it holds. */
final class Server implements AutoCloseable {
    private final Path data;
    private final int port;
    private EmbeddedPostgres running;

    private Server(Path data, int port) {
        this.data = data;
        this.port = port;
        this.running = launch();
    }

    static Server in(Path folder) {
        return new Server(folder.resolve("postgres"), freePort());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedPostgres launch() {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "150")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return running.getJdbcUrl("postgres", "postgres") + "&logServerErrorDetail=false";
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(running.getPostgresDatabase());
    }

    void stop() {
        close();
    }

    void start() {
        running = launch();
    }

    @Override
    public void close() {
        try {
            running.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
