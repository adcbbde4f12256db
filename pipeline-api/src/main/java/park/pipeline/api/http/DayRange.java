package park.pipeline.api.http;

import java.time.LocalDate;

/** From one day to another, both inclusive. */
public record DayRange(LocalDate from, LocalDate to) {}
