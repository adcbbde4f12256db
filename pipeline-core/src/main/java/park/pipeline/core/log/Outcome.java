package park.pipeline.core.log;

import org.jspecify.annotations.Nullable;

/** What a caller will be told once the group is committed: not before, since others' fate may hang on it. */
record Outcome(
        Pending pending,
        @Nullable Appended appended,
        @Nullable RuntimeException failure) {
    static Outcome stored(Pending pending, Appended appended) {
        return new Outcome(pending, appended, null);
    }

    static Outcome refused(Pending pending, RuntimeException failure) {
        return new Outcome(pending, null, failure);
    }

    void tell() {
        if (appended != null) {
            pending.succeed(appended);
        } else if (failure != null) {
            pending.fail(failure);
        }
    }
}
