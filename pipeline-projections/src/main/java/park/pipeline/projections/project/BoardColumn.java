package park.pipeline.projections.project;

import java.math.BigInteger;
import park.pipeline.core.project.Stage;

/**
 * One stage of the board, with its first projects.
 *
 * @param count all projects in the stage
 * @param investmentCny sum of their known amounts, whole yuan
 * @param investmentKnown how many of them have a known amount
 * @param cards the first of them, in the order of registration
 */
public record BoardColumn(Stage stage, long count, BigInteger investmentCny, long investmentKnown, ProjectPage cards) {}
