package park.pipeline.api.security;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;

/**
 * A password that nobody has chosen by way of the API.
 *
 * @param setting the setting that it comes from; null where it was drawn by lot
 */
record FirstPassword(String text, @Nullable String setting) {
    private static final Logger LOG = LoggerFactory.getLogger(FirstPassword.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Without those that are easily taken for one another. */
    private static final String CHARACTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    /** 100 bits. */
    private static final int LENGTH = 20;

    /** The first of these settings that is given, each as an environment variable or as a property; else a random one. */
    static FirstPassword of(Environment environment, String... settings) {
        for (String setting : settings) {
            String property = setting.toLowerCase(Locale.ROOT).replace('_', '.');
            String given = environment.getProperty(setting, environment.getProperty(property, ""));
            if (!given.isBlank()) {
                return new FirstPassword(checked(setting, given), setting);
            }
        }
        return new FirstPassword(
                RANDOM.ints(LENGTH, 0, CHARACTERS.length())
                        .mapToObj(i -> CHARACTERS.substring(i, i + 1))
                        .collect(Collectors.joining()),
                null);
    }

    /** What may be printed: a random password, for nobody knows it yet, but never one that was set. */
    String printable() {
        return setting == null ? "password " + text : "password as set by " + setting;
    }

    @Override
    public String toString() {
        return "FirstPassword[" + setting + "]";
    }

    private static String checked(String setting, String password) {
        if (PasswordRule.isTooLong(password)) {
            throw new IllegalStateException(setting + " is longer than " + PasswordRule.MOST_BYTES + " bytes");
        }
        if (PasswordRule.isWeak(password)) {
            LOG.warn("{} has fewer than {} characters", setting, PasswordRule.LEAST_CHARACTERS);
        }
        return password;
    }
}
