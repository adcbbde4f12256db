package park.pipeline.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as a client sees it: a real port, plain HTTP, and nothing known of what is inside. */
public final class Api {
    public static final String PASSWORD = "demo-password-1";
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String base;
    private final String user;
    private final Duration patience;
    private final String[] headers;

    private Api(String base, String user, Duration patience, String... headers) {
        this.base = base;
        this.user = user;
        this.patience = patience;
        this.headers = headers;
    }

    public static Api at(int port) {
        return new Api("http://127.0.0.1:" + port, "promoter", Duration.ofMinutes(5));
    }

    public Api as(String other) {
        return new Api(base, other, patience, headers);
    }

    public Api with(String... moreHeaders) {
        return new Api(base, user, patience, moreHeaders);
    }

    /** The same for a client who gives up sooner. */
    public Api within(Duration shorter) {
        return new Api(base, user, shorter, headers);
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public Answer patch(String path, String json) {
        return send("PATCH", path, json);
    }

    /** Any request; as JSON, unless the headers say otherwise. */
    public Answer send(String method, String path, String body) {
        HttpRequest.Builder request = request(path);
        if (!body.isEmpty() && !List.of(headers).contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        return send(request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    /** A command with single quotes for double ones, so that the test can be read. */
    public Answer command(String path, String json) {
        return post(path, json.replace('\'', '"'));
    }

    public Answer upload(String path, byte[] file) {
        String boundary = UUID.randomUUID().toString();
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[head.length + file.length + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(file, 0, body, head.length, file.length);
        System.arraycopy(tail, 0, body, head.length + file.length, tail.length);
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    /** The bytes of a file that must be there. */
    public byte[] bytes(String path) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request(path).GET().build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        String login = Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(patience);
        if (!user.isEmpty()) {
            request.header("Authorization", "Basic " + login);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The top-level problem code, with the codes of the fields behind it: {@code invalid-fields[name:required]}. */
        public String problem() {
            JsonNode problem = json();
            StringBuilder text = new StringBuilder(problem.path("code").asString(""));
            if (problem.path("code").asString("").equals("invalid-fields")) {
                text.append('[');
                problem.path("errors")
                        .forEach(e -> text.append(text.charAt(text.length() - 1) == '[' ? "" : ",")
                                .append(e.path("field").asString())
                                .append(':')
                                .append(e.path("code").asString()));
                text.append(']');
            }
            return status() + " " + text;
        }

        @Override
        public String toString() {
            return status() + " " + response.body();
        }
    }
}
