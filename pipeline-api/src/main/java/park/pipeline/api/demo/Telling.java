package park.pipeline.api.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import park.pipeline.core.project.Precision;
import park.pipeline.core.project.ProjectCommand;
import park.pipeline.core.project.Remarks;

/** One project as it is told: each thing at the hour at which it became known, none before the one before it. */
final class Telling {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime OFFICE_OPENS = LocalTime.of(9, 0);

    private final UUID id;
    private final List<DemoStep> steps = new ArrayList<>();
    private String teller = "promoter";
    private Instant known = Instant.EPOCH;

    /** @param key what the project's id is made from */
    Telling(String key) {
        this.id = UUID.nameUUIDFromBytes(("demo:" + key).getBytes(StandardCharsets.UTF_8));
    }

    UUID id() {
        return id;
    }

    /** What follows was recorded on this day, by minutes after nine; or just after what was told before, if that is later. */
    Telling on(LocalDate day, int minutes) {
        Instant then =
                day.atTime(OFFICE_OPENS).plusMinutes(minutes).atZone(ZONE).toInstant();
        known = then.isAfter(known) ? then : known;
        return this;
    }

    Telling by(String actor) {
        teller = actor;
        return this;
    }

    Telling tell(ProjectCommand command) {
        steps.add(new DemoStep(known, teller, command, null));
        known = known.plusSeconds(37);
        return this;
    }

    /** The day on which the last thing that was told became known. */
    LocalDate today() {
        return known.atZone(ZONE).toLocalDate();
    }

    List<DemoStep> steps() {
        return List.copyOf(steps);
    }

    static Remarks note(String text) {
        return new Remarks(text, Precision.DAY, false);
    }

    static Remarks note(Precision precision, String text) {
        return new Remarks(text, precision, false);
    }
}
