package park.pipeline.api.security;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.input.FieldChecks;

/** Checks the fields of a user; as with {@link FieldChecks}, {@link #done} must be called before any value is used. */
final class UserChecks {
    private final FieldChecks fields = new FieldChecks();

    String name(@Nullable String given) {
        String name = fields.requiredText("name", given, UserName.LONGEST);
        if (name.length() > UserName.LONGEST) {
            fields.problem("name", "too-long", Map.of("max", UserName.LONGEST));
        } else if (!name.isEmpty() && !UserName.isValid(name)) {
            fields.problem("name", "bad-characters", Map.of());
        }
        return name;
    }

    /** A password as it is given, never trimmed: its spaces are part of it. */
    String password(@Nullable String given) {
        if (given == null || given.isBlank()) {
            fields.required("password");
            return "";
        }
        if (given.chars().anyMatch(Character::isISOControl)) {
            fields.problem("password", "bad-characters", Map.of()); // RFC 7617: Basic cannot carry them
        } else if (PasswordRule.isWeak(given)) {
            fields.problem("password", "weak-password", Map.of("least", PasswordRule.LEAST_CHARACTERS));
        } else if (PasswordRule.isTooLong(given)) {
            fields.problem("password", "too-long", Map.of("max", PasswordRule.MOST_BYTES));
        }
        return given;
    }

    Set<Role> roles(@Nullable List<@Nullable String> given) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (given == null || given.isEmpty()) {
            fields.required("roles");
            return roles;
        }
        for (String code : given) {
            if (code == null || code.isBlank()) {
                fields.required("roles");
                continue;
            }
            Role role = fields.code("roles", code, Role.class);
            if (role != null) {
                roles.add(role);
            }
        }
        return roles;
    }

    void done() {
        fields.done();
    }
}
