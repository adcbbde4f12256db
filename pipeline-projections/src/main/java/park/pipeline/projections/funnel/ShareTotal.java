package park.pipeline.projections.funnel;

import java.math.BigInteger;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import park.pipeline.core.project.Stage;

/**
 * What several events together add to a report.
 *
 * @param events how many they are
 * @param shares by stage in order; only those that are not zero
 */
public record ShareTotal(long events, List<StageShare> shares) {
    static final ShareTotal NONE = new ShareTotal(0, List.of());

    static ShareTotal of(Collection<List<StageShare>> events) {
        return new ShareTotal(
                events.size(), sum(events.stream().flatMap(List::stream).toList()));
    }

    public ShareTotal plus(ShareTotal other) {
        return new ShareTotal(
                events + other.events,
                sum(Stream.concat(shares.stream(), other.shares.stream()).toList()));
    }

    /** What they add to one stage; zero where nothing. */
    public StageShare at(Stage stage) {
        return shares.stream()
                .filter(share -> share.stage() == stage)
                .findFirst()
                .orElse(new StageShare(stage, 0, BigInteger.ZERO));
    }

    private static List<StageShare> sum(List<StageShare> shares) {
        Map<Stage, StageShare> sums = new EnumMap<>(Stage.class);
        shares.forEach(share -> sums.merge(share.stage(), share, StageShare::plus));
        return sums.values().stream().filter(share -> !share.isZero()).toList();
    }
}
