package park.pipeline.api.pages.admin;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.targets.Target;
import park.pipeline.api.targets.Targets;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.stage.ReachedQueries.Reached;

/**
 * A year with its targets, each beside what was reached of it.
 *
 * @param actor who has set them last; null where nobody has
 */
record TargetYear(
        int year,
        List<Measure> measures,
        @Nullable String actor,
        @Nullable Instant recordedAt) {
    /**
     * One target.
     *
     * @param isMoney whether the numbers are yuan; else they are projects
     * @param target null where there is none
     */
    record Measure(boolean isMoney, @Nullable Long target, BigInteger reached) {
        /** Reached per cent of the target, whole, rounded down; null without a target, or with one of 0. */
        public @Nullable BigInteger percent() {
            return target == null || target == 0
                    ? null
                    : reached.multiply(BigInteger.valueOf(100)).divide(BigInteger.valueOf(target));
        }
    }

    static TargetYear of(int year, Targets.@Nullable Set set, Map<Stage, Reached> reached) {
        Target target = set == null ? Target.NONE : set.target();
        Reached contracts = reached.getOrDefault(Stage.CONTRACT, Reached.NONE);
        return new TargetYear(
                year,
                List.of(
                        projects(target.contracts(), contracts),
                        new Measure(true, target.contractInvestmentCny(), contracts.investmentCny()),
                        projects(target.constructionStarts(), reached.getOrDefault(Stage.CONSTRUCTION, Reached.NONE)),
                        projects(target.productions(), reached.getOrDefault(Stage.PRODUCTION, Reached.NONE))),
                set == null ? null : set.actor(),
                set == null ? null : set.recordedAt());
    }

    private static Measure projects(@Nullable Long target, Reached reached) {
        return new Measure(false, target, BigInteger.valueOf(reached.projects()));
    }
}
