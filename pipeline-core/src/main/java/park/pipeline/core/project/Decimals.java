package park.pipeline.core.project;

import java.math.BigDecimal;

/** One way to hold a decimal, so that equal numbers are equal values. */
public final class Decimals {
    private Decimals() {}

    /** The same number without trailing zeros and without a negative scale: 1.50 and 1.5, 1E+3 and 1000 become one. */
    public static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
