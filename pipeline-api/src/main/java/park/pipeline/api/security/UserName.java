package park.pipeline.api.security;

import java.util.regex.Pattern;

/**
 * What a user's name is made of: letters, digits, {@code . _ - @} and Chinese characters. No colon, which HTTP Basic
 * cannot carry (RFC 7617), and not {@code .} or {@code ..}, which no address can carry.
 */
final class UserName {
    static final int LONGEST = 100;

    private static final Pattern ALLOWED = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._@\\p{IsHan}-]+");

    private UserName() {}

    static boolean isValid(String name) {
        return name.length() <= LONGEST && ALLOWED.matcher(name).matches();
    }
}
