package park.pipeline.api.pages.reconcile;

import java.math.BigInteger;
import park.pipeline.api.pages.Format;

/** How many more or fewer, as people read it: with its sign, and nothing is 0. */
public record Signed(Format fmt) {
    private static final String MINUS = "−";

    public String count(long change) {
        return change == 0 ? "0" : sign(Long.signum(change)) + fmt.number(Math.abs(change));
    }

    /** @param change whole yuan */
    public String money(BigInteger change) {
        return change.signum() == 0 ? "0" : sign(change.signum()) + fmt.money(change.abs());
    }

    private static String sign(int signum) {
        return signum > 0 ? "+" : MINUS;
    }
}
