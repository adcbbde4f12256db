package park.pipeline.api.pages.commands;

import java.util.List;
import org.springframework.stereotype.Component;
import park.pipeline.api.pages.commands.FormField.Choice;
import park.pipeline.projections.project.ProjectTeams;

/** The teams that have projects now, to choose from; any other text is taken as well. */
@Component
class Teams {
    private final ProjectTeams teams;

    Teams(ProjectTeams teams) {
        this.teams = teams;
    }

    List<Choice> choices() {
        return teams.all().stream().map(team -> new Choice(team, team)).toList();
    }
}
