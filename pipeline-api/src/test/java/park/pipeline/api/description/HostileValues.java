package park.pipeline.api.description;

import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests that nobody should send, the same for the same seed. */
final class HostileValues {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "null",
            "-1",
            "0",
            "1e400",
            "9007199254740992",
            "99999999999999999999999",
            "2023-02-30",
            "0000-00-00",
            "9999-12-31",
            "1899-12-31",
            "2023-07-01T00:00:00",
            "2023-07-01T00:00:00.1234567891Z",
            "LEAD",
            "lead",
            "LITHIUM",
            "招商一组",
            "'; drop table event_log; --",
            "%_\\",
            "../../etc/passwd",
            "${jndi:ldap://x}",
            "<script>alert(1)</script>",
            "\u202e翻转",
            "\u0000",
            "\u0007",
            "\ud83d\ude00",
            "e\u0301",
            "\ud800",
            "a".repeat(300),
            "好".repeat(2_001));
    private static final List<String> JSON_VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "0.5",
            "1.0",
            "1e400",
            "9007199254740992",
            "99999999999999999999",
            "[]",
            "{}",
            "[null]",
            "{\"a\":1}",
            "\"\"",
            "\" \"",
            "\"2023-02-30\"",
            "\"2023-07-01\"",
            "\"9999-12-31\"");
    private static final List<String> HEADERS = List.of(
            "If-Match",
            "Idempotency-Key",
            "Accept",
            "Content-Type",
            "Accept-Language",
            "Pipeline-Min-Position",
            "Last-Event-ID",
            "Range",
            "Sec-Fetch-Site",
            "X-Forwarded-For");
    private static final List<String> HEADER_VALUES = List.of(
            "",
            "*",
            "\"1\"",
            "W/\"1\"",
            "\"",
            "1",
            "-1",
            "abc",
            "application/json",
            "application/xml",
            "text/plain",
            "image/png",
            "application/json;charset=nonsense",
            "*/*;q=0",
            "zh",
            "en-GB",
            "xx",
            "99999999999999999999",
            "cross-site",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "k".repeat(256),
            "bytes=0-1");

    private final Random random;

    HostileValues(long seed) {
        random = new Random(seed);
    }

    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    String header() {
        return HEADERS.get(random.nextInt(HEADERS.size()));
    }

    String headerValue() {
        return HEADER_VALUES.get(random.nextInt(HEADER_VALUES.size()));
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** The example with some of its fields gone wrong, or something that is no such body at all. */
    String body(JsonNode example) {
        if (once(8)) {
            return brokenJson(example);
        }
        ObjectNode body = (ObjectNode) example.deepCopy();
        List<String> fields = List.copyOf(body.propertyNames());
        for (int i = random.nextInt(3); i >= 0; i--) {
            String field = once(6) || fields.isEmpty() ? "unheardOf" : oneOf(fields);
            if (once(4)) {
                body.remove(field);
            } else if (once(2)) {
                body.put(field, text());
            } else {
                body.set(field, JSON.readTree(oneOf(JSON_VALUES)));
            }
        }
        return body.toString();
    }

    private String brokenJson(JsonNode example) {
        String text = example.toString();
        return switch (random.nextInt(7)) {
            case 0 -> "";
            case 1 -> text.substring(0, random.nextInt(text.length()));
            case 2 -> "[".repeat(200) + "]".repeat(200);
            case 3 -> "{\"note\":".repeat(200) + "1" + "}".repeat(200);
            case 4 -> text + text;
            case 5 -> text.replaceFirst("\\{", "{\"occurredOn\":\"2023-01-01\",\"occurredOn\":\"2023-01-02\",");
            default -> oneOf(JSON_VALUES);
        };
    }
}
