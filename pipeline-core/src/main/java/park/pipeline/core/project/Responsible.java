package park.pipeline.core.project;

import org.jspecify.annotations.Nullable;

/** Who follows a project: the team and, within it, the owner. */
public record Responsible(@Nullable String team, @Nullable String owner) {}
