package park.pipeline.core.seal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A text with signatures, as C2SP signed-note writes them: the text, an empty line, a line a signature. */
public final class SignedNote {
    private static final String DASH = "— ";
    private static final int KEY_HASH = 4;

    private SignedNote() {}

    /** @param text ends with a newline */
    static String write(String text, VerifierKey key, byte[] signature) {
        byte[] signed = Arrays.copyOf(key.hash(), KEY_HASH + signature.length);
        System.arraycopy(signature, 0, signed, KEY_HASH, signature.length);
        return text + "\n" + DASH + key.name() + " " + Base64.getEncoder().encodeToString(signed) + "\n";
    }

    /** The text, if this key has signed it; null where it has not, or where this is no note. Others' signatures may be there. */
    public static @Nullable String open(String note, VerifierKey key) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) {
            return null;
        }
        String text = note.substring(0, end + 1);
        boolean signed = note.substring(end + 2).lines().anyMatch(line -> isSignature(line, text, key));
        return signed ? text : null;
    }

    private static boolean isSignature(String line, String text, VerifierKey key) {
        String begin = DASH + key.name() + " ";
        if (!line.startsWith(begin)) {
            return false;
        }
        try {
            byte[] signed = Base64.getDecoder().decode(line.substring(begin.length()));
            return signed.length > KEY_HASH
                    && Arrays.equals(Arrays.copyOf(signed, KEY_HASH), key.hash())
                    && key.verifies(
                            text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(signed, KEY_HASH, signed.length));
        } catch (IllegalArgumentException e) {
            return false; // no Base64
        }
    }
}
