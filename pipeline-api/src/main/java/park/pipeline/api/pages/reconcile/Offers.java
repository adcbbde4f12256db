package park.pipeline.api.pages.reconcile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import park.pipeline.api.wiring.PipelineSettings;
import park.pipeline.core.log.Micros;
import park.pipeline.projections.calendar.BusyDay;
import park.pipeline.projections.calendar.RecordedDays;

/** When the report in one's hand may have been made. */
@Component
class Offers {
    private static final int DAYS_OFFERED = 12;

    /** A day, and the last instant of it as addresses have it. */
    public record Offered(LocalDate day, String instant) {}

    private final RecordedDays recorded;
    private final PipelineSettings settings;

    Offers(RecordedDays recorded, PipelineSettings settings) {
        this.recorded = recorded;
        this.settings = settings;
    }

    /** The end of last month, when its report was made; and the last days on which something became known. */
    List<Offered> until(LocalDate today) {
        List<BusyDay> days = recorded.days(settings.zone()).answer();
        LocalDate lastMonth = today.withDayOfMonth(1).minusDays(1);
        return Stream.concat(
                        Stream.of(lastMonth),
                        days.reversed().stream()
                                .map(BusyDay::day)
                                .filter(day -> day.isBefore(today) && !day.equals(lastMonth))
                                .limit(DAYS_OFFERED))
                .map(day -> new Offered(day, Micros.text(endOf(day))))
                .toList();
    }

    private Instant endOf(LocalDate day) {
        return day.atTime(LocalTime.MAX).atZone(settings.zone()).toInstant();
    }
}
