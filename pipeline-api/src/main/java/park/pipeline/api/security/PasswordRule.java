package park.pipeline.api.security;

import java.nio.charset.StandardCharsets;

/** What a password may be. */
final class PasswordRule {
    static final int LEAST_CHARACTERS = 12;
    /** BCrypt looks at no more: a longer password would be as good as its beginning. */
    static final int MOST_BYTES = 72;

    private PasswordRule() {}

    static boolean isWeak(String password) {
        return password.codePointCount(0, password.length()) < LEAST_CHARACTERS;
    }

    static boolean isTooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }
}
