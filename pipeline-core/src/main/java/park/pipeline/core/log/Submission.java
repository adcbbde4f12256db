package park.pipeline.core.log;

import java.util.UUID;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.person.KeyChange;

/**
 * What travels with a command to the log and back: who asks, whether to wait, and where the events ended up. Sent as
 * command metadata under {@link #KEY}; made anew for every command.
 */
public final class Submission {
    /** Command metadata: the submission itself. */
    public static final String KEY = "submission";

    private final String actor;
    private final boolean deferred;
    private final @Nullable String content;
    private final @Nullable Receipt receipt;
    private final @Nullable KeyChange key;
    private final boolean optimistic;
    private @Nullable Pending pending;
    private Snapshots.@Nullable Snapshot basis;
    private boolean remembered;

    private Submission(
            String actor,
            boolean deferred,
            boolean optimistic,
            @Nullable String content,
            @Nullable Receipt receipt,
            @Nullable KeyChange key) {
        this.actor = actor;
        this.deferred = deferred;
        this.optimistic = optimistic;
        this.content = content;
        this.receipt = receipt;
        this.key = key;
    }

    /** For a command whose result is stored by the time the command returns. */
    public static Submission by(String actor) {
        return by(actor, null, null);
    }

    /**
     * The same, with what is stored beside the events.
     *
     * @param receipt what the caller is answered if he asks again under the same key; null where he gave none
     * @param key what happens to a contact person's key; null where nothing does
     */
    public static Submission by(String actor, @Nullable Receipt receipt, @Nullable KeyChange key) {
        return new Submission(actor, false, false, null, receipt, key);
    }

    /**
     * The same, decided on what is remembered of the project, as long as no other process is known to have written since. The log
     * takes it only if that was right; whoever is refused and {@link #isUnverified()} has to ask again, {@link #by}.
     */
    public static Submission optimistic(String actor, @Nullable Receipt receipt, @Nullable KeyChange key) {
        return new Submission(actor, false, true, null, receipt, key);
    }

    /**
     * For one of many rows: the command returns once its events are in line, and {@link #await()} stores them and all
     * that waits beside them.
     *
     * @param content digest of the row, kept beside its reference
     */
    public static Submission ofRow(String actor, String content) {
        return new Submission(actor, true, false, content, null, null);
    }

    /**
     * Where the events ended up.
     *
     * @throws RuntimeException as {@link Pending#await()}
     */
    public Appended await() {
        if (pending == null) {
            throw new IllegalStateException("The command of " + actor + " appended nothing");
        }
        return pending.await();
    }

    /** The submission of the command being handled; one of its own where it came without, or where there is none. */
    static Submission current() {
        if (!CurrentUnitOfWork.isStarted()) {
            return by("system");
        }
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        Object sent = root.getMessage() == null
                ? null
                : root.getMessage().getMetaData().get(KEY);
        return sent instanceof Submission submission ? submission : root.getOrComputeResource(KEY, k -> by("system"));
    }

    /** Whether it was decided on what is remembered, and came to nothing by that alone: the log was not asked. */
    public boolean isUnverified() {
        return remembered && pending == null;
    }

    /** Gives where the events ended up; null where somebody awaits them later. */
    @Nullable
    Appended inLine(Pending appended) {
        pending = appended;
        return deferred ? null : appended.await();
    }

    boolean isOptimistic() {
        return optimistic;
    }

    /**
     * Keeps what the command is decided on.
     *
     * @param known of the project; null where there is none
     * @param unseen whether nobody looked whether the log has more of it
     */
    void decidesOn(Snapshots.@Nullable Snapshot known, boolean unseen) {
        basis = known;
        remembered = unseen;
    }

    /** What the command knows of the project, if that is this version of it; null for a new one, or where nobody looked. */
    Snapshots.@Nullable Snapshot decidesOn(long version) {
        return basis != null && basis.version() == version ? basis : null;
    }

    /** The event that those of the command are to follow; null for a new project. */
    @Nullable
    UUID lastEvent() {
        return basis == null ? null : basis.lastEvent();
    }

    String actor() {
        return actor;
    }

    @Nullable
    String content() {
        return content;
    }

    @Nullable
    Receipt receipt() {
        return receipt;
    }

    @Nullable
    KeyChange key() {
        return key;
    }
}
