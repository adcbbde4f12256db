package park.pipeline.api.receipt;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.core.log.Receipt;

/**
 * A request that its sender may send again: {@code Idempotency-Key} of draft-ietf-httpapi-idempotency-key-header-07, as
 * a quoted string or bare. Whoever stores its answer together with what the request does says so by {@link #settle};
 * every other answer is kept once it is given.
 */
public final class KeyedRequest {
    static final String HEADER = "Idempotency-Key";

    private static final int LONGEST_KEY = 255;
    private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*)\"");
    private static final Pattern BARE = Pattern.compile("[!#-~](?:[ !#-~]*[!#-~])?");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\])");
    private static final String ATTRIBUTE = KeyedRequest.class.getName();

    /** A key is one user's own. */
    record Id(String actor, String key) {}

    private final Id id;
    private final String fingerprint;
    private volatile boolean settled;

    KeyedRequest(String actor, String key, String fingerprint) {
        this.id = new Id(actor, key);
        this.fingerprint = fingerprint;
    }

    /** The request as one that may come again; null where it came without a key. */
    public static @Nullable KeyedRequest of(HttpServletRequest request) {
        return (KeyedRequest) request.getAttribute(ATTRIBUTE);
    }

    /** What is to be answered if it comes again. */
    public Receipt receipt(int status, @Nullable String location, byte[] body) {
        return new Receipt(id.actor(), id.key(), fingerprint, status, location, body);
    }

    /** There is no answer to keep: it is kept already, or it is not the one to this request. */
    public void settle() {
        settled = true;
    }

    /** So that whoever handles the request finds it. */
    void mark(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    Id id() {
        return id;
    }

    /** The key, whichever way it is written; 400 for what is none. */
    static String key(HttpServletRequest request) {
        List<String> given = Collections.list(request.getHeaders(HEADER));
        String text = given.getFirst().strip();
        Matcher quoted = QUOTED.matcher(text);
        String key = "";
        if (quoted.matches()) {
            key = ESCAPED.matcher(quoted.group(1)).replaceAll("$1");
        } else if (BARE.matcher(text).matches()) {
            key = text;
        }
        if (given.size() > 1 || key.isEmpty() || key.length() > LONGEST_KEY) {
            throw ApiProblem.malformed(HEADER, text).asException();
        }
        return key;
    }

    boolean isSettled() {
        return settled;
    }

    boolean isOf(Receipt receipt) {
        return receipt.fingerprint().equals(fingerprint);
    }
}
