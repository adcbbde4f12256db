package park.pipeline.core.project;

import java.math.BigDecimal;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Profiles, amounts and teams at random, and what one may amend of them. */
final class RandomProfiles {
    private final Random random;
    private final String name;

    RandomProfiles(Random random, String name) {
        this.random = random;
        this.name = name;
    }

    Profile profile() {
        return new Profile(
                name,
                new Enterprise("某公司", null),
                one("CARBON_FIBER", "LITHIUM", "OTHER"),
                one(ProjectKind.values()),
                random.nextBoolean() ? one("32", "31", "DE") : null,
                null,
                random.nextBoolean() ? capacity() : null,
                null,
                null);
    }

    ProfileChanges changes() {
        return switch (random.nextInt(6)) {
            case 0 -> Amendments.name(name + "期" + random.nextInt(3));
            case 1 -> Amendments.industry(one("CARBON_FIBER", "LITHIUM", "OTHER"));
            case 2 -> Amendments.kind(one(ProjectKind.values()));
            case 3 -> Amendments.origin(random.nextBoolean() ? "32" : null);
            case 4 -> Amendments.capacity(random.nextBoolean() ? capacity() : null);
            default -> Amendments.landMu(random.nextBoolean() ? Integer.toString(random.nextInt(1, 900)) : null);
        };
    }

    Capacity capacity() {
        return new Capacity(BigDecimal.valueOf(random.nextInt(1, 100_000), 1), "t/a");
    }

    @Nullable
    Long amount() {
        return random.nextBoolean() ? (long) random.nextInt(1000) : null;
    }

    String team() {
        return one("一组", "二组", "三组");
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }
}
