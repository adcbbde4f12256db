package park.pipeline.api.security;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be changed of a user; null leaves it as it is. */
record UserChange(
        @Nullable List<@Nullable String> roles,
        @Nullable Boolean disabled,
        @Nullable String password) {
    /** Spring prints bodies at log level DEBUG; the password must not be among what it prints. */
    @Override
    public String toString() {
        return "UserChange[roles=" + roles + ", disabled=" + disabled + "]";
    }
}
