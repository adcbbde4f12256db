package park.pipeline.projections.stage;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Stage;

/**
 * How many projects went from one stage to another.
 *
 * @param from null for registrations
 * @param count at least 1
 * @param investmentCny sum of the amounts known on the entries' days, whole yuan
 */
public record FlowLink(@Nullable Stage from, Stage to, long count, BigInteger investmentCny) {}
