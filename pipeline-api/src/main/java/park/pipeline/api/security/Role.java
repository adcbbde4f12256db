package park.pipeline.api.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What a user is to the park. Names are codes of the contract and stand in the database: they never change. */
enum Role {
    PROMOTER,
    LEADER,
    AUDITOR,
    ADMIN;

    GrantedAuthority authority() {
        return new SimpleGrantedAuthority("ROLE_" + name());
    }

    static List<String> codes(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::name).toList();
    }

    /** As the database keeps them. */
    static String joined(Collection<Role> roles) {
        return String.join(",", codes(roles));
    }

    static Set<Role> split(String joined) {
        return Arrays.stream(joined.split(","))
                .map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
