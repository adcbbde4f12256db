package park.pipeline.api.security;

import java.util.List;

/** What is told of a user: never anything of the password. */
public record UserItem(String name, List<String> roles, boolean disabled) {
    static UserItem of(User user) {
        return new UserItem(user.name(), Role.codes(user.roles()), user.disabled());
    }
}
