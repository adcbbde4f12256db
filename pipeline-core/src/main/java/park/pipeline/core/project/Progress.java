package park.pipeline.core.project;

/**
 * How far the building is.
 *
 * @param percent 0 to 100
 * @param paidInCny yuan paid in since the start, cumulative
 */
public record Progress(int percent, long paidInCny) {}
