package park.pipeline.core.project;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;

/** Given what happened, when someone asks, then this follows or is refused: said to the aggregate itself. */
public final class ProjectScenario {
    /** The day of every question that names no other; no end of a month, so that a coarse day shows. */
    public static final LocalDate TODAY = LocalDate.parse("2024-06-20");

    private final TestExecutor<Project> past;

    private ProjectScenario(TestExecutor<Project> past) {
        this.past = past;
    }

    public static ProjectScenario given(ProjectEvent... events) {
        AggregateTestFixture<Project> fixture = new AggregateTestFixture<>(Project.class);
        return new ProjectScenario(
                events.length == 0 ? fixture.givenNoPriorActivity() : fixture.given(Arrays.asList(events)));
    }

    public Outcome when(ProjectCommand ask) {
        return when(ask, TODAY);
    }

    public Outcome when(ProjectCommand ask, LocalDate today) {
        return when(ask, today, null);
    }

    /** Asks on the condition that the project is still at the version that the asker has seen. */
    public Outcome whenSeenAt(long version, ProjectCommand ask) {
        return when(ask, TODAY, version);
    }

    private Outcome when(ProjectCommand ask, LocalDate today, @Nullable Long version) {
        Map<String, Object> metaData = new HashMap<>(Map.of(Project.TODAY, today));
        if (version != null) {
            metaData.put(Project.EXPECTED_VERSION, version);
        }
        return new Outcome(past.when(ask, metaData));
    }

    /** What came of it. */
    public record Outcome(ResultValidator<Project> result) {
        /** Exactly these events, in this order. */
        public Outcome thenEvents(ProjectEvent... expected) {
            result.expectSuccessfulHandlerExecution().expectEvents((Object[]) expected);
            return this;
        }

        public Outcome thenStage(Stage expected) {
            result.expectResultMessagePayload(expected);
            return this;
        }

        /** The last event takes these claims to the log, those before it none. */
        public Outcome thenClaims(ClaimChange expected) {
            result.expectEventsMatching(matcher("claims " + expected + " on the last event", events -> {
                List<ClaimChange> found = events.stream()
                        .map(e -> (ClaimChange) e.getMetaData().get(Project.CLAIMS))
                        .toList();
                return found.getLast().equals(expected)
                        && found.stream().filter(Objects::nonNull).count() == 1;
            }));
            return this;
        }

        /** The history does not allow it. */
        public Outcome thenRefused(String code) {
            return refused(code, null, Map.of());
        }

        /** The history does not allow it, and the refusal says why. */
        public Outcome thenRefused(String code, Map<String, Object> values) {
            return refused(code, null, values);
        }

        /** No history would allow it. */
        public Outcome thenRefusedField(String field, String code) {
            return refused(code, field, Map.of());
        }

        public Outcome thenStale(long expected, long actual) {
            result.expectNoEvents()
                    .expectException(new CustomTypeSafeMatcher<StaleVersion>(expected + " against " + actual) {
                        @Override
                        protected boolean matchesSafely(StaleVersion stale) {
                            return stale.expected() == expected && stale.actual() == actual;
                        }
                    });
            return this;
        }

        private Outcome refused(String code, @Nullable String field, Map<String, Object> values) {
            result.expectNoEvents().expectException(new CustomTypeSafeMatcher<Refused>(code + " " + values) {
                @Override
                protected boolean matchesSafely(Refused refused) {
                    return refused.code().equals(code)
                            && Objects.equals(refused.field(), field)
                            && refused.values().entrySet().containsAll(values.entrySet());
                }
            });
            return this;
        }

        private static Matcher<List<EventMessage<?>>> matcher(
                String sentence, Predicate<List<? extends EventMessage<?>>> test) {
            return new CustomTypeSafeMatcher<>(sentence) {
                @Override
                protected boolean matchesSafely(List<EventMessage<?>> events) {
                    return test.test(events);
                }
            };
        }
    }
}
