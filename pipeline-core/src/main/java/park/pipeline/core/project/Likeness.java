package park.pipeline.core.project;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** How names are compared when duplicates are sought: Unicode NFKC, case folded, without spaces and punctuation. */
public final class Likeness {
    private static final Pattern IGNORED =
            Pattern.compile("[\\p{IsPunctuation}\\p{IsWhite_Space}\\p{Z}\\p{Cc}\\p{Cf}]+");

    private Likeness() {}

    /** The form in which two names are compared; a name of nothing but punctuation is compared as it stands. */
    public static String of(String name) {
        // Upper then lower folds what a single step leaves apart, as ß and ss. A sigma at the end of a word
        // is written in another way, and what is the end of one must not depend on the spaces that are taken out.
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('ς', 'σ');
        String bare = IGNORED.matcher(folded).replaceAll("");
        return bare.isEmpty() ? folded : bare;
    }

    static String digest(String first, String second) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((first + "\n" + second).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
