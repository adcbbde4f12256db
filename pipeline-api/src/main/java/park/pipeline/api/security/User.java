package park.pipeline.api.security;

import java.time.Instant;
import java.util.Set;

/** A user as the database has it now. */
record User(String name, String passwordHash, Set<Role> roles, boolean disabled, Instant changedAt) {
    User {
        roles = Set.copyOf(roles);
    }

    boolean isEnabledAdmin() {
        return !disabled && roles.contains(Role.ADMIN);
    }

    /** For logs, so without the hash. */
    @Override
    public String toString() {
        return name + " " + Role.codes(roles) + (disabled ? " disabled" : "");
    }
}
