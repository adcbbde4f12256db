package park.pipeline.projections.replay;

import java.util.List;

/**
 * Some steps of a replay.
 *
 * @param steps in the order of the project's stream
 * @param more whether there are steps behind them
 */
public record ReplayPage(List<ReplayStep> steps, boolean more) {}
