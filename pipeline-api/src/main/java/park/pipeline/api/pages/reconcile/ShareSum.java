package park.pipeline.api.pages.reconcile;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.funnel.ReconciledPage;
import park.pipeline.projections.funnel.ReconciledStage;
import park.pipeline.projections.funnel.StageShare;

/**
 * One stage in both reports, and what the events add up to: the proof that nothing is left unexplained.
 *
 * @param stage null for all stages together
 * @param earlier the shares of the events before this page, likewise here and later
 */
public record ShareSum(@Nullable Stage stage, Part one, Part two, Part earlier, Part here, Part later) {
    /**
     * Projects and their amounts, or how many more and how much.
     *
     * @param investmentCny whole yuan
     */
    public record Part(long count, BigInteger investmentCny) {
        static final Part NONE = new Part(0, BigInteger.ZERO);

        static Part of(StageShare share) {
            return new Part(share.count(), share.investmentCny());
        }

        Part plus(Part other) {
            return new Part(count + other.count, investmentCny.add(other.investmentCny));
        }

        Part minus(Part other) {
            return new Part(count - other.count, investmentCny.subtract(other.investmentCny));
        }
    }

    /** All nine stages in order. */
    static List<ShareSum> of(ReconciledPage found) {
        List<ShareSum> sums = new ArrayList<>();
        for (ReconciledStage row : found.page().stages()) {
            sums.add(new ShareSum(
                    row.stage(),
                    new Part(row.count1(), row.investmentCny1()),
                    new Part(row.count2(), row.investmentCny2()),
                    Part.of(found.earlier().at(row.stage())),
                    Part.of(found.here().at(row.stage())),
                    Part.of(found.later().at(row.stage()))));
        }
        return sums;
    }

    static ShareSum total(List<ShareSum> sums) {
        return sums.stream()
                .reduce(
                        new ShareSum(null, Part.NONE, Part.NONE, Part.NONE, Part.NONE, Part.NONE),
                        (a, b) -> new ShareSum(
                                null,
                                a.one.plus(b.one),
                                a.two.plus(b.two),
                                a.earlier.plus(b.earlier),
                                a.here.plus(b.here),
                                a.later.plus(b.later)));
    }

    public Part difference() {
        return two.minus(one);
    }

    /** The shares of all events. */
    public Part shares() {
        return earlier.plus(here).plus(later);
    }

    /** Whether the events explain the difference, to the last yuan. */
    public boolean isExplained() {
        return shares().equals(difference());
    }

    /** Whether there is anything to explain. */
    public boolean isDifferent() {
        return !difference().equals(Part.NONE);
    }
}
