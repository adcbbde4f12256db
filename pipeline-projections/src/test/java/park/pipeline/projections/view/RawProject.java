package park.pipeline.projections.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.NaiveHistory;
import park.pipeline.core.project.ProfileChanges;
import park.pipeline.core.project.ProjectEvent.LeadRegistered;
import park.pipeline.core.project.ProjectEvent.ProfileAmended;
import park.pipeline.core.project.Recorded;
import park.pipeline.core.project.Responsible;

/** A project read off its raw events as known at an instant, for recounts that share no code with the views. */
public record RawProject(
        UUID id,
        NaiveHistory history,
        String name,
        String enterprise,
        String industry,
        @Nullable String origin,
        String kind) {

    /** All projects known at an instant; null for all that the log holds. */
    public static List<RawProject> known(Workshop workshop, @Nullable Instant at) {
        List<RawProject> projects = new ArrayList<>();
        for (UUID project : workshop.projects()) {
            List<Recorded> facts = workshop.known(project, at == null ? Instant.MAX : at);
            if (!facts.isEmpty()) {
                projects.add(of(project, facts));
            }
        }
        return projects;
    }

    private static RawProject of(UUID id, List<Recorded> facts) {
        LeadRegistered lead = (LeadRegistered) facts.getFirst().event();
        String name = lead.name();
        String enterprise = lead.enterprise().name();
        String industry = lead.industry();
        String origin = lead.origin();
        String kind = lead.kind().name();
        for (Recorded fact : facts) {
            if (fact.event() instanceof ProfileAmended amended) {
                ProfileChanges changes = amended.changes();
                name = changes.name() == null ? name : changes.name().to();
                enterprise = changes.enterprise() == null
                        ? enterprise
                        : changes.enterprise().to().name();
                industry = changes.industry() == null
                        ? industry
                        : changes.industry().to();
                origin = changes.origin() == null ? origin : changes.origin().to();
                kind = changes.kind() == null ? kind : changes.kind().to().name();
            }
        }
        return new RawProject(id, new NaiveHistory(facts), name, enterprise, industry, origin, kind);
    }

    /** @param day that on which the team counts */
    public boolean passes(ProjectFilter filter, LocalDate day) {
        return isAny(filter.industry(), industry)
                && isAny(filter.origin(), origin)
                && isAny(filter.kind(), kind)
                && isAny(filter.team(), teamOn(day));
    }

    public @Nullable String teamOn(LocalDate day) {
        Responsible team = history.teamOn(day);
        return team == null ? null : team.team();
    }

    private static boolean isAny(List<String> wanted, @Nullable String value) {
        return wanted.isEmpty() || value != null && wanted.contains(value);
    }
}
