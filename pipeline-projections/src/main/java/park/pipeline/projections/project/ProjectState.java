package park.pipeline.projections.project;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Entry;
import park.pipeline.core.project.Investment;
import park.pipeline.core.project.Likeness;
import park.pipeline.core.project.Profile;
import park.pipeline.core.project.Responsible;
import park.pipeline.core.project.StageEntry;
import park.pipeline.core.project.Timeline;

/** What a list shows of a project, on a day. Both tables of the view have these columns. */
record ProjectState(
        Profile profile,
        @Nullable Responsible responsible,
        Entry<StageEntry> entered,
        @Nullable Long investmentCny) {
    static final String COLUMNS = "reference, name, enterprise, credit_code, industry, kind, origin, team, owner,"
            + " stage, stage_since, investment_cny, enterprise_likeness, search_text";

    /** The state after the last entry of every series. */
    static ProjectState latest(Timeline timeline) {
        Entry<Responsible> team = timeline.series().team().latest();
        Entry<Investment> investment = timeline.series().investment().latest();
        return of(timeline, timeline.latestStage(), team, investment);
    }

    /** The state on a day on which the project was there. */
    static ProjectState on(LocalDate day, Timeline timeline) {
        Entry<StageEntry> entered = timeline.series().stages().on(day);
        if (entered == null) {
            throw new IllegalStateException("The project was not there on " + day);
        }
        return of(
                timeline,
                entered,
                timeline.series().team().on(day),
                timeline.series().investment().on(day));
    }

    private static ProjectState of(
            Timeline timeline,
            Entry<StageEntry> entered,
            @Nullable Entry<Responsible> team,
            @Nullable Entry<Investment> investment) {
        return new ProjectState(
                timeline.profile(),
                team == null ? null : team.value(),
                entered,
                investment == null ? null : investment.value().amountCny());
    }

    /** The values of {@link #COLUMNS}. */
    Stream<@Nullable Object> values() {
        return Stream.of(
                profile.reference(),
                profile.name(),
                profile.enterprise().name(),
                profile.enterprise().creditCode(),
                profile.industry(),
                profile.kind().name(),
                profile.origin(),
                responsible == null ? null : responsible.team(),
                responsible == null ? null : responsible.owner(),
                entered.value().stage().name(),
                entered.day(),
                investmentCny,
                Likeness.of(profile.enterprise().name()),
                searchText());
    }

    private String searchText() {
        return Stream.of(profile.name(), profile.enterprise().name(), profile.reference())
                .filter(text -> text != null)
                .map(ProjectState::searchable)
                .collect(Collectors.joining("\n"));
    }

    /** The form in which texts are searched: case and width make no difference. */
    static String searchable(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
