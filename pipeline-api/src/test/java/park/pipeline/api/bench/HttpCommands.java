package park.pipeline.api.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Commands over HTTP, each with its idempotency key. */
final class HttpCommands {
    private HttpCommands() {}

    /** Registers a lead and takes it to a contract, one command at a time, and then the next one. */
    static Runnable client(int port) throws IOException {
        PlainHttp http = new PlainHttp(port);
        List<String> steps = new ArrayList<>();
        return () -> {
            try {
                if (steps.isEmpty()) {
                    String project = register(http);
                    for (String step : List.of("sign-contract", "sign-intent", "open-negotiation")) {
                        steps.add(project + "/" + step);
                    }
                } else {
                    send(http, steps.removeLast(), "{\"occurredOn\":\"2023-02-01\"}", 200);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private static String register(PlainHttp http) throws IOException {
        String lead = """
                {"name":"%s","enterprise":{"name":"企业 %s"},"industry":"LITHIUM","occurredOn":"2023-01-05",
                "investmentCny":1200000000,"team":"招商一组","note":"电话来访"}
                """.formatted(UUID.randomUUID(), UUID.randomUUID());
        return send(http, "/api/projects", lead, 201).location();
    }

    private static PlainHttp.Answer send(PlainHttp http, String path, String json, int expected) throws IOException {
        PlainHttp.Answer answer = http.post(path, UUID.randomUUID().toString(), json);
        if (answer.status() != expected) {
            throw new IllegalStateException(path + ": " + answer);
        }
        return answer;
    }
}
