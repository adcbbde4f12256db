package park.pipeline.api.pages.reconcile;

import java.math.BigInteger;
import java.util.List;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.funnel.ExplainingEvent;
import park.pipeline.projections.funnel.ReconciledStage;
import park.pipeline.projections.funnel.StageShare;

/**
 * One stage in both reports, and what the events add up to: the proof that nothing is left unexplained.
 *
 * @param count the shares of all events in the number of projects
 * @param investmentCny their shares in the amount, whole yuan
 */
public record ShareSum(ReconciledStage stage, long count, BigInteger investmentCny) {
    static ShareSum of(ReconciledStage stage, List<ExplainingEvent> events) {
        long count = 0;
        BigInteger amount = BigInteger.ZERO;
        for (ExplainingEvent event : events) {
            for (StageShare share : event.shares()) {
                if (share.stage() == stage.stage()) {
                    count += share.count();
                    amount = amount.add(share.investmentCny());
                }
            }
        }
        return new ShareSum(stage, count, amount);
    }

    public long countDifference() {
        return stage.count2() - stage.count1();
    }

    public BigInteger amountDifference() {
        return stage.investmentCny2().subtract(stage.investmentCny1());
    }

    /** Whether the events explain the difference, to the last yuan. */
    public boolean isExplained() {
        return count == countDifference() && investmentCny.equals(amountDifference());
    }

    /** Whether there is anything to explain. */
    public boolean isDifferent() {
        return countDifference() != 0 || amountDifference().signum() != 0;
    }

    static boolean allExplained(List<ShareSum> sums) {
        return sums.stream().allMatch(ShareSum::isExplained);
    }

    /** The stage, for templates. */
    public Stage name() {
        return stage.stage();
    }
}
