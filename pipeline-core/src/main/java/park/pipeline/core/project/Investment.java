package park.pipeline.core.project;

import org.jspecify.annotations.Nullable;

/**
 * What a project will cost.
 *
 * @param amountCny whole yuan, 0 or more; null where it is unknown, which is never 0
 */
public record Investment(@Nullable Long amountCny) {}
