package park.pipeline.api.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The users, for the page of administrators. */
@Component
public class UserItems {
    /**
     * Some of the users, in the order in which they were added.
     *
     * @param next the number behind which the next page begins; null on the last one
     */
    public record Found(List<UserItem> items, @Nullable Long next) {}

    private final Users users;
    private final UserRegister register;

    UserItems(Users users, UserRegister register) {
        this.users = users;
        this.register = register;
    }

    /**
     * Users whose names hold a text.
     *
     * @param text empty for all users
     * @param after the number of the last one seen; 0 for the first page
     */
    public Found page(String text, long after, int limit) {
        // PostgreSQL would not even take some texts, such as one with a NUL; no name holds them
        List<Users.Listed> found = text.isEmpty()
                ? users.after(after, limit + 1)
                : UserName.isValid(text) ? users.search(text, after, limit + 1) : List.of();
        List<Users.Listed> shown = found.subList(0, Math.min(limit, found.size()));
        return new Found(
                shown.stream().map(listed -> UserItem.of(listed.user())).toList(),
                found.size() > limit ? shown.getLast().number() : null);
    }

    /** One user; 404 where there is none of that name. */
    public UserItem one(String name) {
        return UserItem.of(register.one(name));
    }
}
