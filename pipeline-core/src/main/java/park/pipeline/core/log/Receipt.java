package park.pipeline.core.log;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of an answer, so that a request sent again under the same key gets it again.
 *
 * @param actor who asked: a key is one user's own
 * @param key 1 to 255 characters
 * @param fingerprint of the request that the key was first sent with: SHA-256, hexadecimal
 * @param status the HTTP status of the answer
 * @param location of what was made; null where nothing was
 * @param body the answer in UTF-8, but for what only the log knows: of a command that was taken, its place there
 */
public record Receipt(
        String actor,
        String key,
        String fingerprint,
        int status,
        @Nullable String location,
        byte[] body) {}
