package park.pipeline.projections.funnel;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import park.pipeline.core.project.Stage;

/** The funnel of every day, of some projects as known at some position: each day on which it changes, and what it is then. */
final class DaySums {
    static final DaySums NONE = new DaySums(new TreeMap<>());

    private final NavigableMap<LocalDate, Map<Stage, Sum>> days;

    private DaySums(NavigableMap<LocalDate, Map<Stage, Sum>> days) {
        this.days = days;
    }

    /** The same with what changes on some days, and so holds from them on. One pass, whatever the number of days. */
    DaySums plus(NavigableMap<LocalDate, Map<Stage, Sum>> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        NavigableMap<LocalDate, Map<Stage, Sum>> sums = new TreeMap<>(days.headMap(changes.firstKey(), false));
        TreeSet<LocalDate> behind =
                new TreeSet<>(days.tailMap(changes.firstKey(), true).keySet());
        behind.addAll(changes.keySet());
        Map<Stage, Sum> more = new EnumMap<>(Stage.class);
        for (LocalDate day : behind) {
            changes.getOrDefault(day, Map.of()).forEach((stage, change) -> more.merge(stage, change, Sum::plus));
            Map<Stage, Sum> then = new EnumMap<>(Stage.class);
            then.putAll(on(day));
            more.forEach((stage, sum) -> then.merge(stage, sum, Sum::plus));
            sums.put(day, then);
        }
        return new DaySums(sums);
    }

    private Map<Stage, Sum> on(LocalDate day) {
        Map.Entry<LocalDate, Map<Stage, Sum>> last = days.floorEntry(day);
        return last == null ? Map.of() : last.getValue();
    }

    /** All nine stages in order, zeros included. */
    List<FunnelRow> rows(LocalDate asOf) {
        return Sum.rows(on(asOf));
    }
}
