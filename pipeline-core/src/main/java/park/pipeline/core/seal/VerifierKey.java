package park.pipeline.core.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key by which anybody checks a signed note, in the form {@code <name>+<hash>+<base64>} of C2SP signed-note: Ed25519.
 *
 * @param name of the log: not empty, without spaces and plus signs
 * @param raw the 32 bytes of the public key
 */
public record VerifierKey(String name, byte[] raw) {
    static final byte ED25519 = 1;

    /** How X.509 begins before the 32 bytes of an Ed25519 key. */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final Pattern FORM = Pattern.compile("([^\\s+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");
    private static final int RAW = 32;

    public VerifierKey {
        if (!name.matches("[^\\s+]+")) {
            throw new IllegalArgumentException("A name without spaces and plus signs is needed, not '" + name + "'");
        }
    }

    static VerifierKey of(String name, PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new VerifierKey(name, Arrays.copyOfRange(encoded, encoded.length - RAW, encoded.length));
    }

    /**
     * Reads a key.
     *
     * @throws IllegalArgumentException if it is none, or its hash is not its own
     */
    public static VerifierKey parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("No verifier key: " + text);
        }
        byte[] key = Base64.getDecoder().decode(form.group(3));
        if (key.length != RAW + 1 || key[0] != ED25519) {
            throw new IllegalArgumentException("No Ed25519 key: " + text);
        }
        VerifierKey verifier = new VerifierKey(form.group(1), Arrays.copyOfRange(key, 1, key.length));
        if (!HexFormat.of().formatHex(verifier.hash()).equals(form.group(2))) {
            throw new IllegalArgumentException("The key and its hash do not belong together: " + text);
        }
        return verifier;
    }

    /** Which key it is, in a signature line: 4 bytes. */
    byte[] hash() {
        MessageDigest digest = Hash.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(ED25519);
        return Arrays.copyOf(digest.digest(raw), 4);
    }

    boolean verifies(byte[] text, byte[] signature) {
        try {
            byte[] encoded = Arrays.copyOf(X509, X509.length + RAW);
            System.arraycopy(raw, 0, encoded, X509.length, RAW);
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            ed25519.update(text);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // neither a point nor a signature: it verifies nothing
        }
    }

    /** The form that is served and printed. */
    @Override
    public String toString() {
        byte[] key = new byte[RAW + 1];
        key[0] = ED25519;
        System.arraycopy(raw, 0, key, 1, RAW);
        return name + "+" + HexFormat.of().formatHex(hash()) + "+"
                + Base64.getEncoder().encodeToString(key);
    }
}
