package park.pipeline.projections.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import park.pipeline.core.project.Series;

/**
 * Days, one after the other, on which some series of a project did not change.
 *
 * @param from the first of them
 * @param to the first day behind them; {@link #OPEN_END} where no change is known
 */
public record Stretch(LocalDate from, LocalDate to) {
    /** Later than any day that can be asked for, whose year has four digits. */
    public static final LocalDate OPEN_END = LocalDate.of(10_000, 1, 1);

    /** What lies between the days on which any of these series changed, in order; nothing before the first. */
    public static List<Stretch> of(Series<?>... series) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Series<?> one : series) {
            one.entries().forEach(entry -> days.add(entry.day()));
        }
        List<Stretch> stretches = new ArrayList<>(days.size());
        for (LocalDate day : days) {
            LocalDate next = days.higher(day);
            stretches.add(new Stretch(day, next == null ? OPEN_END : next));
        }
        return stretches;
    }
}
