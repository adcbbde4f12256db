package park.pipeline.api.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import park.pipeline.api.Api;
import park.pipeline.api.durability.ServiceProcess;

/** Listeners do not hold up the end of a service. */
class StopClusterIT {
    @TempDir
    Path folder;

    @Test
    void a_service_with_open_streams_ends_within_five_seconds() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(folder).ready()) {
            List<InputStream> streams = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                streams.add(listen(service));
            }
            long began = System.nanoTime();

            service.stop();

            assertThat(service.end()).isIn(0, 143);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
            for (InputStream stream : streams) {
                stream.close();
            }
        }
    }

    private static InputStream listen(ServiceProcess service) throws Exception {
        String login = Base64.getEncoder().encodeToString(("leader:" + Api.PASSWORD).getBytes(StandardCharsets.UTF_8));
        URLConnection connection =
                URI.create(service.address() + "/api/stream").toURL().openConnection();
        connection.setRequestProperty("Authorization", "Basic " + login);
        InputStream stream = connection.getInputStream();
        assertThat(stream.read()).isEqualTo(':');
        return stream;
    }
}
