package park.pipeline.core.project;

import java.util.List;
import java.util.Map;

/** Nobody builds before every required permit is granted or waived. */
final class PermitsAreSettled {
    private PermitsAreSettled() {}

    static void require(Permits permits) {
        List<Permit> missing = permits.missing();
        if (!missing.isEmpty()) {
            throw Refused.byRule("permits-missing", Map.of("missing", missing));
        }
    }
}
