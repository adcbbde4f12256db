package park.pipeline.projections.funnel;

import java.time.LocalDate;
import java.util.List;

/**
 * The funnel of one day among others.
 *
 * @param stages all nine in order, zeros included
 */
public record TrendPoint(LocalDate asOf, List<FunnelRow> stages) {}
