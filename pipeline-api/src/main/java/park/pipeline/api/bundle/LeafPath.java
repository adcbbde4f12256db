package park.pipeline.api.bundle;

import java.util.Base64;
import java.util.List;
import park.pipeline.core.log.CanonicalJson;
import park.pipeline.core.seal.Hash;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The path of one leaf to the root, as a line of a bundle: RFC 9162, 2.1.3. */
record LeafPath(long leafIndex, List<Hash> hashes) {
    private static final JsonMapper JSON = new JsonMapper();

    byte[] json() {
        ObjectNode path = JSON.createObjectNode();
        ArrayNode array = path.putArray("hashes");
        hashes.forEach(hash -> array.add(hash.base64()));
        path.put("leafIndex", leafIndex);
        return CanonicalJson.bytes(path);
    }

    /** @throws IllegalArgumentException if it is no such line */
    static LeafPath read(byte[] line) {
        try {
            JsonNode path = JSON.readTree(line);
            List<Hash> hashes = path.path("hashes")
                    .valueStream()
                    .map(hash -> Hash.of(Base64.getDecoder().decode(hash.stringValue(""))))
                    .toList();
            return new LeafPath(path.path("leafIndex").longValue(-1), hashes);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("No path: " + e.getOriginalMessage(), e);
        }
    }
}
