package park.pipeline.core.project;

import java.math.BigDecimal;

/**
 * What the factory will make.
 *
 * @param value above 0, at most 15 significant digits; 1 and 1.0 are the same value
 * @param unit up to 20 characters, such as {@code t/a} or {@code GW}
 */
public record Capacity(BigDecimal value, String unit) {
    public Capacity {
        value = Decimals.plain(value);
    }
}
