package park.pipeline.api.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import park.pipeline.api.problem.ApiProblem;

/** The opaque mark between two pages: where the last one ended, and a digest of the question that it belongs to. */
final class Cursor {
    private static final int DIGEST = 16;

    private Cursor() {}

    static String write(long after, String scope) {
        String text = after + "." + digest(after, scope);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Throws 400 for a cursor that this question has not given. */
    static long read(String cursor, String scope) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            int dot = text.indexOf('.');
            long after = Long.parseLong(text.substring(0, Math.max(dot, 0)));
            if (text.substring(dot + 1).equals(digest(after, scope))) {
                return after;
            }
        } catch (IllegalArgumentException e) {
            // neither Base64 nor a number: a foreign cursor, refused below
        }
        throw ApiProblem.malformed("cursor", cursor).asException();
    }

    private static String digest(long after, String scope) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((after + "\n" + scope).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
