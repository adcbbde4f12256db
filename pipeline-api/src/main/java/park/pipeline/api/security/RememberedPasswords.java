package park.pipeline.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords that were verified a moment ago, so that a request need not cost a BCrypt. Kept is one keyed hash a user, with
 * a key that dies with the process. It covers the user's whole row: whatever changes there, on this node or another,
 * makes the memory worthless.
 */
final class RememberedPasswords {
    static final Duration MEMORY = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MOST_USERS = 10_000;

    private final SecretKey key;
    private final Cache<String, byte[]> proofs;

    RememberedPasswords(Ticker ticker) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, ALGORITHM);
        proofs = Caffeine.newBuilder()
                .maximumSize(MOST_USERS)
                .expireAfterWrite(MEMORY)
                .ticker(ticker)
                .build();
    }

    /** Whether this is the password that was verified last, not longer ago than {@link #MEMORY}. */
    boolean has(User user, String password) {
        byte[] proof = proofs.getIfPresent(user.name());
        return proof != null && MessageDigest.isEqual(proof, proof(user, password));
    }

    void remember(User user, String password) {
        proofs.put(user.name(), proof(user, password));
    }

    private byte[] proof(User user, String password) {
        // no part but the last can hold a NUL, so two rows never give the same text
        String text = String.join(
                "\0",
                user.name(),
                user.passwordHash(),
                Role.joined(user.roles()),
                Boolean.toString(user.disabled()),
                user.changedAt().toString(),
                password);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
