package park.pipeline.projections.calendar;

import java.time.LocalDate;

/**
 * A day on which there was something.
 *
 * @param count how much, at least 1
 */
public record BusyDay(LocalDate day, long count) {}
