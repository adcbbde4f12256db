package park.pipeline.projections.funnel;

import java.math.BigInteger;
import park.pipeline.core.project.Stage;

/**
 * What one event adds to one stage of a report, or takes away.
 *
 * @param count projects, negative where they leave
 * @param investmentCny whole yuan
 */
public record StageShare(Stage stage, long count, BigInteger investmentCny) {
    StageShare negated() {
        return new StageShare(stage, -count, investmentCny.negate());
    }

    StageShare plus(StageShare other) {
        return new StageShare(stage, count + other.count, investmentCny.add(other.investmentCny));
    }

    boolean isZero() {
        return count == 0 && investmentCny.signum() == 0;
    }
}
