package park.pipeline.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import park.pipeline.api.PipelineApplication;
import park.pipeline.api.PipelineTest;

/** News as they happen, from where one left off. */
@PipelineTest
@Timeout(60)
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class StreamTest {
    @LocalServerPort
    int port;

    @Test
    void every_event_comes_once_and_a_listener_goes_on_where_it_left_off() throws Exception {
        register();
        List<String> first;
        try (BufferedReader stream = listen("0")) {
            first = ids(stream, 1);
            register();
            register();
            assertThat(ids(stream, 2)).containsExactly("2", "3");
        }
        assertThat(first).containsExactly("1");
        register();
        try (BufferedReader stream = listen("2")) {
            assertThat(ids(stream, 2)).containsExactly("3", "4");
        }
    }

    @Test
    void open_streams_do_not_hold_up_the_stop_of_the_service() throws Exception {
        ConfigurableApplicationContext service = new SpringApplicationBuilder(PipelineApplication.class)
                .profiles("demo")
                .run(
                        "--server.port=0",
                        "--pipeline.demo.data=false",
                        "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                        "--PIPELINE_DEMO_PASSWORD=" + Api.PASSWORD);
        port = service.getEnvironment().getRequiredProperty("local.server.port", int.class);
        register();
        try (BufferedReader one = listen("0");
                BufferedReader two = listen("0")) {
            ids(one, 1);
            ids(two, 1);
            long start = System.nanoTime();
            service.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            assertThat(one.lines().filter(l -> l.startsWith("id:"))).isEmpty();
        }
    }

    private void register() {
        Answer answer = Api.at(port)
                .command(
                        "/api/projects",
                        "{'name':'%s','enterprise':{'name':'e'},'industry':'LITHIUM','occurredOn':'2023-01-05'}"
                                .formatted(UUID.randomUUID()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private BufferedReader listen(String lastEventId) throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString(("leader:" + Api.PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/stream"))
                .headers("Authorization", "Basic " + login, "Last-Event-ID", lastEventId)
                .build();
        InputStream body = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofInputStream())
                .body();
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    private static List<String> ids(BufferedReader stream, int count) throws IOException {
        List<String> ids = new ArrayList<>();
        String line;
        while (ids.size() < count && (line = stream.readLine()) != null) {
            if (line.startsWith("id:")) {
                ids.add(line.substring(3).strip());
            }
            if (line.startsWith("event:")) {
                assertThat(line.substring(6).strip()).isEqualTo("LeadRegistered");
            }
        }
        return ids;
    }
}
