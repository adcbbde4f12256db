package park.pipeline.core.person;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * The key of one contact person.
 *
 * @param secret 32 bytes, AES-256
 */
public record PersonKey(UUID projectId, UUID contactId, byte[] secret) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 32;

    /** A key that nobody has had before, for a person who is new. */
    public static PersonKey fresh(UUID projectId) {
        byte[] secret = new byte[LENGTH];
        RANDOM.nextBytes(secret);
        return new PersonKey(projectId, UUID.randomUUID(), secret);
    }

    @Override
    public String toString() {
        return "PersonKey[" + contactId + "]";
    }
}
