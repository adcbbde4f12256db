package park.pipeline.projections.funnel;

import java.util.List;

/**
 * Why two reports for the same day differ.
 *
 * @param stages all nine in order, always complete
 * @param events one page of those that explain the difference, in the order of the log
 * @param more whether there are events behind this page
 */
public record Reconciliation(List<ReconciledStage> stages, List<ExplainingEvent> events, boolean more) {}
