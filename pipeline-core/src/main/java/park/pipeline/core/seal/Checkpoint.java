package park.pipeline.core.seal;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a log was at one time: C2SP tlog-checkpoint.
 *
 * @param origin which log
 * @param size how many entries it had
 */
public record Checkpoint(String origin, long size, Hash root) {
    /** The text that is signed. */
    String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** The checkpoint in a note that this key has signed; null where there is none. */
    public static @Nullable Checkpoint open(String note, VerifierKey key) {
        String text = SignedNote.open(note, key);
        return text == null ? null : parse(text);
    }

    private static @Nullable Checkpoint parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 3 || !lines.get(1).matches("0|[1-9]\\d{0,18}")) {
            return null;
        }
        try {
            Hash root = Hash.of(Base64.getDecoder().decode(lines.get(2)));
            return new Checkpoint(lines.get(0), Long.parseLong(lines.get(1)), root);
        } catch (IllegalArgumentException e) {
            return null; // no number, no Base64, no hash
        }
    }
}
