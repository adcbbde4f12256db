package park.pipeline.core.project;

import org.jspecify.annotations.Nullable;

/**
 * The investor.
 *
 * @param name 1 to 200 characters, trimmed
 * @param creditCode 统一社会信用代码 with a valid check character, or unknown
 */
public record Enterprise(String name, @Nullable String creditCode) {}
