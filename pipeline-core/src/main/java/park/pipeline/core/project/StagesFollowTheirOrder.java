package park.pipeline.core.project;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** A stage is entered only from the stages that lead to it. */
final class StagesFollowTheirOrder {
    private StagesFollowTheirOrder() {}

    static void require(Timeline timeline, Stage into) {
        require(timeline, into.enteredFrom(timeline.profile().kind()));
    }

    static void require(Timeline timeline, Collection<Stage> allowed) {
        if (!allowed.contains(timeline.stage())) {
            throw Refused.byRule("wrong-stage", Map.of("stage", timeline.stage(), "allowed", List.copyOf(allowed)));
        }
    }

    /** CONSTRUCTION or later: where money is paid in and progress is made. */
    static final EnumSet<Stage> BUILDING = EnumSet.range(Stage.CONSTRUCTION, Stage.FULL_CAPACITY);
}
