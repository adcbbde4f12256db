package park.pipeline.core.person;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * AES-256-GCM: {@code sealed} is the base64 of nonce, ciphertext and tag over the person as JSON. Project and contact are
 * authenticated with it, so that it opens in no other place.
 */
public final class PersonCipher {
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private PersonCipher() {}

    public static String seal(Person person, PersonKey key) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, JSON.writeValueAsBytes(person), 0);
        byte[] all = new byte[NONCE + sealed.length];
        System.arraycopy(nonce, 0, all, 0, NONCE);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return Base64.getEncoder().encodeToString(all);
    }

    /** @throws IllegalStateException if this key has not sealed it for this place, or it was changed */
    public static Person open(String sealed, PersonKey key) {
        try {
            byte[] all = Base64.getDecoder().decode(sealed);
            byte[] nonce = new byte[NONCE];
            System.arraycopy(all, 0, nonce, 0, Math.min(NONCE, all.length));
            return JSON.readValue(cipher(Cipher.DECRYPT_MODE, key, nonce, all, NONCE), Person.class);
        } catch (IllegalArgumentException | JacksonException e) {
            throw unreadable(key, e);
        }
    }

    private static byte[] cipher(int mode, PersonKey key, byte[] nonce, byte[] input, int from) {
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(mode, new SecretKeySpec(key.secret(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((key.projectId() + "/" + key.contactId()).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input, from, input.length - from);
        } catch (GeneralSecurityException e) {
            throw unreadable(key, e);
        }
    }

    private static IllegalStateException unreadable(PersonKey key, Exception cause) {
        return new IllegalStateException("What was sealed of contact " + key.contactId() + " does not open", cause);
    }
}
