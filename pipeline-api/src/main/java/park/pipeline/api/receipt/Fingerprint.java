package park.pipeline.api.receipt;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import park.pipeline.core.log.CanonicalJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What makes two requests the same: the address, and the JSON as a value or the file as bytes. */
final class Fingerprint {
    private final MessageDigest digest = sha256();

    private Fingerprint(HttpServletRequest request) {
        add(request.getRequestURI());
        add(String.valueOf(request.getQueryString()));
    }

    static String of(HttpServletRequest request, byte[] body, JsonMapper json) {
        Fingerprint fingerprint = new Fingerprint(request);
        fingerprint.digest.update(canonical(body, json));
        return fingerprint.text();
    }

    /** Of an upload, whose boundary is another one each time. */
    static String ofParts(HttpServletRequest request) throws IOException, ServletException {
        Fingerprint fingerprint = new Fingerprint(request);
        for (Part part : List.copyOf(request.getParts())) {
            fingerprint.add(part.getName());
            fingerprint.digest.update(digest(part));
        }
        return fingerprint.text();
    }

    /** What is no JSON is compared as it is: its answer will say so, and is not kept. */
    private static byte[] canonical(byte[] body, JsonMapper json) {
        try {
            JsonNode tree = json.readTree(body);
            return tree.isMissingNode() ? body : CanonicalJson.bytes(tree);
        } catch (JacksonException | IllegalArgumentException e) {
            return body;
        }
    }

    private static byte[] digest(Part part) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(part.getInputStream(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return digest.digest();
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private String text() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
