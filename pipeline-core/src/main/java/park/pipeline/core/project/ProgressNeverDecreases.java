package park.pipeline.core.project;

import java.util.Map;

/** Percent and paid-in money are cumulative: neither goes down. */
final class ProgressNeverDecreases {
    private ProgressNeverDecreases() {}

    static void require(Series<Progress> reported, Progress next) {
        Entry<Progress> latest = reported.latest();
        if (latest != null
                && (next.percent() < latest.value().percent()
                        || next.paidInCny() < latest.value().paidInCny())) {
            throw Refused.byRule(
                    "progress-decreased",
                    Map.of(
                            "percent", latest.value().percent(),
                            "paidInCny", latest.value().paidInCny()));
        }
    }
}
