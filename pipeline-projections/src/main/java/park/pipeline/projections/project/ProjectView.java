package park.pipeline.projections.project;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.core.project.Entry;
import park.pipeline.core.project.Investment;
import park.pipeline.core.project.Likeness;
import park.pipeline.core.project.Profile;
import park.pipeline.core.project.Responsible;
import park.pipeline.core.project.StageEntry;
import park.pipeline.core.project.Timeline;
import park.pipeline.projections.view.Step;
import park.pipeline.projections.view.View;

/** Keeps one row a project, as it is now. */
public final class ProjectView implements View {
    public static final String NAME = "project";

    private final JdbcTemplate jdbc;

    public ProjectView(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void apply(List<Step> steps) {
        Map<UUID, Long> registered = new LinkedHashMap<>();
        Map<UUID, Timeline> latest = new LinkedHashMap<>();
        for (Step step : steps) {
            UUID project = step.event().projectId();
            if (step.before().version() == 0) {
                registered.put(project, step.event().position());
            }
            latest.put(project, step.after());
        }
        List<@Nullable Object[]> inserts = new ArrayList<>();
        List<@Nullable Object[]> updates = new ArrayList<>();
        latest.forEach((project, timeline) -> {
            Long position = registered.get(project);
            if (position == null) {
                updates.add(row(timeline, project));
            } else {
                inserts.add(row(timeline, position, project));
            }
        });
        jdbc.batchUpdate("""
                insert into project_row (version, reference, name, enterprise, credit_code, industry, kind, origin,
                  team, owner, stage, stage_since, investment_cny, enterprise_likeness, search_text,
                  registered_position, project_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, inserts);
        jdbc.batchUpdate("""
                update project_row set version = ?, reference = ?, name = ?, enterprise = ?, credit_code = ?,
                  industry = ?, kind = ?, origin = ?, team = ?, owner = ?, stage = ?, stage_since = ?,
                  investment_cny = ?, enterprise_likeness = ?, search_text = ? where project_id = ?
                """, updates);
    }

    private static @Nullable Object[] row(Timeline timeline, Object... keys) {
        Profile profile = timeline.profile();
        Entry<StageEntry> stage = timeline.latestStage();
        Entry<Responsible> team = timeline.series().team().latest();
        Entry<Investment> investment = timeline.series().investment().latest();
        @Nullable
        Object[] values = {
            timeline.version(),
            profile.reference(),
            profile.name(),
            profile.enterprise().name(),
            profile.enterprise().creditCode(),
            profile.industry(),
            profile.kind().name(),
            profile.origin(),
            team == null ? null : team.value().team(),
            team == null ? null : team.value().owner(),
            stage.value().stage().name(),
            stage.day(),
            investment == null ? null : investment.value().amountCny(),
            Likeness.of(profile.enterprise().name()),
            searchText(profile)
        };
        return Stream.concat(Stream.of(values), Stream.of(keys)).toArray();
    }

    private static String searchText(Profile profile) {
        return Stream.of(profile.name(), profile.enterprise().name(), profile.reference())
                .filter(text -> text != null)
                .map(ProjectView::searchable)
                .collect(Collectors.joining("\n"));
    }

    /** The form in which texts are searched: case and width make no difference. */
    static String searchable(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
