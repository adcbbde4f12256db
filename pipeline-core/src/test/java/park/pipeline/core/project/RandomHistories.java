package park.pipeline.core.project;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Histories that could have happened: random asks, of which those are kept that {@link Decision} accepts. The same seed
 * gives the same history, so a failure is told by its seed.
 */
public final class RandomHistories {
    private static final int TRIES = 90;

    /** One accepted ask and what it led to; an import row leads to several facts of one instant. */
    public record Step(ProjectCommand command, LocalDate today, List<Recorded> facts) {}

    /** The asks accepted for one project, and the codes with which others were refused. */
    public record History(long seed, UUID projectId, List<Step> steps, Set<String> refusals) {
        public List<Recorded> facts() {
            return steps.stream().flatMap(step -> step.facts().stream()).toList();
        }

        public Timeline timeline() {
            return fold(facts());
        }
    }

    private RandomHistories() {}

    public static History ofSeed(long seed) {
        return ofSeed(seed, TRIES);
    }

    /** A history of at most so many accepted asks. */
    public static History ofSeed(long seed, int tries) {
        // Neighbouring seeds begin alike in java.util.Random.
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        UUID projectId = new UUID(random.nextLong(), random.nextLong());
        RandomCommands commands = new RandomCommands(random, projectId, "项目" + Long.toString(seed, 36));
        List<Step> steps = new ArrayList<>();
        Set<String> refusals = new TreeSet<>();
        Timeline timeline = Timeline.EMPTY;
        LocalDate today = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(400));
        for (int i = 0; i < tries; i++) {
            ProjectCommand ask = commands.next(timeline, today);
            try {
                List<Recorded> facts = record(Decision.of(ask, timeline, today), timeline, random, instant(today, i));
                steps.add(new Step(ask, today, facts));
                timeline = fold(timeline, facts);
            } catch (Refused refused) {
                refusals.add(refused.code());
            }
            today = today.plusDays(random.nextInt(4) == 0 ? random.nextInt(90) : 0);
        }
        return new History(seed, projectId, List.copyOf(steps), refusals);
    }

    /** Tries a property on the histories of the seeds from 1 on; a failure names its seed. */
    public static void forMany(int count, Consumer<History> property) {
        for (long seed = 1; seed <= count; seed++) {
            try {
                property.accept(ofSeed(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("Fails for RandomHistories.ofSeed(" + seed + ")", e);
            }
        }
    }

    public static Timeline fold(List<Recorded> facts) {
        return fold(Timeline.EMPTY, facts);
    }

    public static Timeline fold(Timeline from, List<Recorded> facts) {
        Timeline timeline = from;
        for (Recorded fact : facts) {
            timeline = timeline.after(fact);
        }
        return timeline;
    }

    private static List<Recorded> record(List<ProjectEvent> events, Timeline before, Random random, Instant at) {
        List<Recorded> facts = new ArrayList<>();
        for (ProjectEvent event : events) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            facts.add(new Recorded(id, before.version() + facts.size() + 1, at, event));
        }
        return List.copyOf(facts);
    }

    private static Instant instant(LocalDate today, int number) {
        return today.atStartOfDay(ZoneOffset.UTC).toInstant().plus(number + 1L, ChronoUnit.MICROS);
    }
}
