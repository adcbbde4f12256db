package park.pipeline.core.input;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a text may be: NFC, trimmed, so many characters, no control characters and nothing that turns the direction of
 * what stands around it (a name could otherwise be shown as another one; Unicode UAX #9, UTR #36).
 */
record TextRule(boolean mayHaveLines, int max) {
    @Nullable
    String check(String field, @Nullable String given, List<FieldProblem> problems) {
        if (given == null) {
            return null;
        }
        if (!given.codePoints().allMatch(this::isAllowed)) {
            problems.add(new FieldProblem(field, "bad-characters", Map.of()));
            return null;
        }
        String text = Normalizer.normalize(given, Normalizer.Form.NFC).strip();
        if (text.codePointCount(0, text.length()) > max) {
            problems.add(new FieldProblem(field, "too-long", Map.of("max", max)));
            return null;
        }
        return text.codePoints().allMatch(TextRule::isInvisible) ? null : text;
    }

    /** A no-break space or a zero-width one is no text either. */
    private static boolean isInvisible(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    private boolean isAllowed(int c) {
        if (c == '\n' || c == '\t') {
            return mayHaveLines;
        }
        boolean turnsDirection = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        boolean isHalfACharacter = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !Character.isISOControl(c) && !turnsDirection && !isHalfACharacter;
    }

    /** Enough of a wrong value to recognise it in a message. */
    static String abridged(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }
}
