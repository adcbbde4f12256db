package park.pipeline.api.bundle;

import java.util.Arrays;
import park.pipeline.core.log.CanonicalJson;
import park.pipeline.core.seal.Hash;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a check needs to know of one line of the log. */
record EventLine(long position, String projectId, long sequence, String recordedAt, Hash leaf) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * Reads a line.
     *
     * @param number of the line, from 1: to say which one
     * @throws Refusal if it is no line of a log
     */
    static EventLine read(byte[] line, long number) {
        try {
            JsonNode event = JSON.readTree(line);
            if (!event.isObject() || !Arrays.equals(CanonicalJson.bytes(event), line)) {
                throw Refusal.notProven("not-canonical", number);
            }
            return new EventLine(
                    event.path("position").longValue(0),
                    event.path("projectId").stringValue(""),
                    event.path("sequence").longValue(0),
                    event.path("recordedAt").stringValue(""),
                    Hash.leaf(line));
        } catch (JacksonException | IllegalArgumentException e) {
            throw Refusal.notProven("no-event", number);
        }
    }
}
