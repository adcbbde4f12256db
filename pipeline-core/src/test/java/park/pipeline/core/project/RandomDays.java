package park.pipeline.core.project;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Days at random, many of them close to those that already count. */
final class RandomDays {
    private final Random random;

    RandomDays(Random random) {
        this.random = random;
    }

    LocalDate before(LocalDate today) {
        return today.minusDays(random.nextInt(200));
    }

    LocalDate near(Timeline timeline, LocalDate today, Precision precision) {
        LocalDate day = anyNear(timeline, today);
        if (precision == Precision.DAY || random.nextInt(5) == 0) {
            return day;
        }
        while (day.isBefore(today) && !precision.allows(day, today)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private LocalDate anyNear(Timeline timeline, LocalDate today) {
        LocalDate latest = timeline.latestStage().day();
        return switch (random.nextInt(8)) {
            case 0 -> today;
            case 1 -> today.minusDays(random.nextInt(400) - 2);
            case 2, 3 -> ofSomeEntry(timeline).plusDays(random.nextInt(5) - 2);
            default -> {
                LocalDate later = latest.plusDays(random.nextInt(40));
                yield later.isAfter(today) ? today : later;
            }
        };
    }

    private LocalDate ofSomeEntry(Timeline timeline) {
        DatedSeries series = timeline.series();
        List<Series<?>> begun = Stream.<Series<?>>of(
                        series.stages(), series.investment(), series.team(), series.progress())
                .filter(s -> s.latest() != null)
                .toList();
        List<? extends Entry<?>> entries =
                begun.get(random.nextInt(begun.size())).entries();
        return entries.get(random.nextInt(entries.size())).day();
    }
}
