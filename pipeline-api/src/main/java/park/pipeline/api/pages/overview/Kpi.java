package park.pipeline.api.pages.overview;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What was reached of a target in the year so far.
 *
 * @param key of its word
 * @param isMoney whether the numbers are yuan; else they are projects
 * @param reached since the year began
 * @param investmentCny of the projects that reached it, as far as it is known; null where the number is money itself
 * @param target null where there is none
 * @param elapsedPercent how much of the year has gone by
 */
public record Kpi(
        String key,
        boolean isMoney,
        BigInteger reached,
        @Nullable BigInteger investmentCny,
        @Nullable Long target,
        int elapsedPercent) {
    /** Reached per cent of the target, whole, rounded down; null without a target, or with one of 0. */
    public @Nullable Integer percent() {
        return target == null || target == 0
                ? null
                : reached.multiply(BigInteger.valueOf(100))
                        .divide(BigInteger.valueOf(target))
                        .min(BigInteger.valueOf(9_999))
                        .intValue();
    }

    /** Whether at least as much of the target is reached as of the year has gone by. */
    public boolean isOnTrack() {
        Integer percent = percent();
        return percent != null && percent >= elapsedPercent;
    }
}
