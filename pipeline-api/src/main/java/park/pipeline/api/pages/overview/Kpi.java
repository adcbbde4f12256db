package park.pipeline.api.pages.overview;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What was reached of a target in the year so far.
 *
 * @param key of its word
 * @param isMoney whether the numbers are yuan; else they are projects
 * @param reached since the year began
 * @param investmentCny of the projects that reached it, as far as it is known; null where it is unknown of all, or where
 *     the number is money itself
 * @param unknown how many of those projects have no known amount
 * @param target null where there is none
 * @param elapsedPercent how much of the year has gone by
 */
public record Kpi(
        String key,
        boolean isMoney,
        BigInteger reached,
        @Nullable BigInteger investmentCny,
        long unknown,
        @Nullable Long target,
        int elapsedPercent) {
    private static final int ALL = 100;
    private static final int MOST = 9_999;

    /** Reached per cent of the target, whole, rounded down; null without a target. A target of 0 is reached. */
    public @Nullable Integer percent() {
        if (target == null) {
            return null;
        }
        return target == 0
                ? ALL
                : reached.multiply(BigInteger.valueOf(ALL))
                        .divide(BigInteger.valueOf(target))
                        .min(BigInteger.valueOf(MOST))
                        .intValue();
    }

    /** Whether at least as much of the target is reached as of the year has gone by. */
    public boolean isOnTrack() {
        Integer percent = percent();
        return percent != null && percent >= elapsedPercent;
    }

    /** How much of its bar is full, 0 to 100. */
    public int bar() {
        Integer percent = percent();
        return percent == null ? 0 : Math.min(percent, ALL);
    }
}
