package park.pipeline.api.targets;

import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.stage.ReachedQueries.Reached;

/** A year's targets, each beside what was reached of it. */
record TargetAnswer(
        int year, Measure contracts, Measure contractInvestmentCny, Measure constructionStarts, Measure productions) {
    /** @param target null where there is none */
    record Measure(@Nullable Long target, BigInteger reached) {}

    static TargetAnswer of(int year, Target target, Map<Stage, Reached> reached) {
        Reached contracts = reached.getOrDefault(Stage.CONTRACT, Reached.NONE);
        return new TargetAnswer(
                year,
                projects(target.contracts(), contracts),
                new Measure(target.contractInvestmentCny(), contracts.investmentCny()),
                projects(target.constructionStarts(), reached.getOrDefault(Stage.CONSTRUCTION, Reached.NONE)),
                projects(target.productions(), reached.getOrDefault(Stage.PRODUCTION, Reached.NONE)));
    }

    private static Measure projects(@Nullable Long target, Reached reached) {
        return new Measure(target, BigInteger.valueOf(reached.projects()));
    }
}
