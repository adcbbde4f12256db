package park.pipeline.projections.funnel;

import java.math.BigInteger;
import park.pipeline.core.project.Stage;

/**
 * One stage of the funnel.
 *
 * @param count projects in the stage on the day
 * @param investmentCny sum of the known amounts, whole yuan
 * @param investmentKnown how many of them have a known amount
 */
public record FunnelRow(Stage stage, long count, BigInteger investmentCny, long investmentKnown) {}
