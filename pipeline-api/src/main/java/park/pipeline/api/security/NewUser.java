package park.pipeline.api.security;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked for a new user; all of it is due. */
record NewUser(
        @Nullable String name,
        @Nullable String password,
        @Nullable List<@Nullable String> roles) {
    /** Spring prints bodies at log level DEBUG; the password must not be among what it prints. */
    @Override
    public String toString() {
        return "NewUser[name=" + name + ", roles=" + roles + "]";
    }
}
