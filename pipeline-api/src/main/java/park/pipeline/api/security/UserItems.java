package park.pipeline.api.security;

import java.util.List;
import org.springframework.stereotype.Component;

/** The users, for the page of administrators. */
@Component
public class UserItems {
    private static final int MOST = 1_000;

    private final Users users;

    UserItems(Users users) {
        this.users = users;
    }

    /** In the order in which they were added; at most a thousand. */
    public List<UserItem> all() {
        return users.after(0, MOST).stream()
                .map(listed -> UserItem.of(listed.user()))
                .toList();
    }
}
