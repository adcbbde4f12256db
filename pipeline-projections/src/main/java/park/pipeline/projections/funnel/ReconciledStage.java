package park.pipeline.projections.funnel;

import java.math.BigInteger;
import park.pipeline.core.project.Stage;

/** One stage in two reports for the same day. Amounts are sums of the known ones, whole yuan. */
public record ReconciledStage(
        Stage stage, long count1, long count2, BigInteger investmentCny1, BigInteger investmentCny2) {}
