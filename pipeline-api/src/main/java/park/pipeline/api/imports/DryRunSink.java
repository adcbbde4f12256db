package park.pipeline.api.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.imports.row.SoundRow;
import park.pipeline.core.log.LogClaims;
import park.pipeline.core.project.Claim;

/** Nowhere. Remembers what the rows would hold, so that the counts are those of the real run. */
final class DryRunSink implements RowSink {
    private final LogClaims log;
    private final Map<Claim, Holder> ofThisFile = new HashMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    DryRunSink(LogClaims log) {
        this.log = log;
    }

    @Override
    public @Nullable Holder holder(Claim claim) {
        Holder earlier = ofThisFile.get(claim);
        if (earlier != null) {
            return earlier;
        }
        LogClaims.Holder holder = log.holder(claim);
        return holder == null ? null : new Holder(holder.projectId().toString(), holder.content());
    }

    @Override
    public void add(SoundRow row, Set<Claim> claims) {
        Holder holder = new Holder("CSV " + row.number(), row.content());
        claims.forEach(claim -> ofThisFile.put(claim, holder));
        outcomes.add(new Outcome(row, null));
    }

    @Override
    public List<Outcome> settle() {
        List<Outcome> settled = List.copyOf(outcomes);
        outcomes.clear();
        return settled;
    }
}
