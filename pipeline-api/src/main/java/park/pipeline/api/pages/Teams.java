package park.pipeline.api.pages;

import java.util.List;
import org.springframework.stereotype.Component;
import park.pipeline.projections.project.ProjectTeams;

/** The teams that have projects now, for templates: to filter by, and to choose from. */
@Component("teams")
public class Teams {
    private final ProjectTeams teams;

    Teams(ProjectTeams teams) {
        this.teams = teams;
    }

    /** In the order of their names. */
    public List<String> all() {
        return teams.all();
    }
}
