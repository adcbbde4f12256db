package park.pipeline.api.audit;

import org.jspecify.annotations.Nullable;
import park.pipeline.core.seal.SealKey;

/** The key that signs checkpoints, or why there is none: one of the two. */
public record KeyInUse(@Nullable SealKey key, @Nullable String refusal) {}
