package park.pipeline.api.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Somebody out there with a name and a password, or without. */
record Client(int port, @Nullable String authorization) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static Client anonymous(int port) {
        return new Client(port, null);
    }

    static Client demo(int port, Role role) {
        return anonymous(port).as(role.name().toLowerCase(Locale.ROOT), ServiceInMemory.PASSWORD);
    }

    Client as(String name, String password) {
        return withAuthorization(
                "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8)));
    }

    Client withAuthorization(String header) {
        return new Client(port, header);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    HttpResponse<String> send(String method, String path, @Nullable String json, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (authorization != null) {
            all.addAll(List.of("Authorization", authorization));
        }
        if (json != null) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (!all.isEmpty()) {
            request.headers(all.toArray(String[]::new));
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What no well-behaved client would send: the bytes as they are, and all that comes back. */
    String raw(String requestLine, String... headerLines) {
        StringBuilder request = new StringBuilder(requestLine + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String line : headerLines) {
            request.append(line).append("\r\n");
        }
        if (authorization != null) {
            request.append("Authorization: ").append(authorization).append("\r\n");
        }
        request.append("Connection: close\r\n\r\n");
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
