package park.pipeline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import park.pipeline.api.Api.Answer;

/** Projects of a team that nobody else has: what a test sees of them, other tests in the same service do not disturb. */
public final class Leads {
    private final Api api;
    private final String team = "team-" + UUID.randomUUID();
    private String position = "0";

    public Leads(Api api) {
        this.api = api;
    }

    public String team() {
        return team;
    }

    /** Registers a lead, its amount unknown where null. */
    public String register(String day, Long investmentCny) {
        Answer answer = api.command(
                "/api/projects", """
                {'name':'%s','enterprise':{'name':'某公司 %s'},'industry':'LITHIUM','occurredOn':'%s','team':'%s',
                 'investmentCny':%s}
                """.formatted(UUID.randomUUID(), UUID.randomUUID(), day, team, investmentCny));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        position = answer.header("Pipeline-Position");
        return answer.header("Location");
    }

    /** A command that must succeed. */
    public Answer does(String project, String command, String body) {
        Answer answer = api.command(project + "/" + command, body);
        assertThat(answer.status()).as("%s: %s", command, answer).isEqualTo(200);
        position = answer.header("Pipeline-Position");
        return answer;
    }

    /** Reads of this team alone, and of all that was done so far. */
    public Answer get(String pathAndQuery) {
        Answer answer = api.with("Pipeline-Min-Position", position)
                .get(pathAndQuery + (pathAndQuery.contains("?") ? "&" : "?") + "team=" + team);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(Long.parseLong(answer.header("Pipeline-Position"))).isGreaterThanOrEqualTo(Long.parseLong(position));
        return answer;
    }
}
