package park.pipeline.projections.project;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.projections.view.ViewReads;

/** The teams that have projects now. */
public final class ProjectTeams {
    private static final int MOST = 500;

    private final JdbcTemplate jdbc;
    private final ViewReads reads;

    public ProjectTeams(JdbcTemplate jdbc, ViewReads reads) {
        this.jdbc = jdbc;
        this.reads = reads;
    }

    /** The teams in the order of their names; at most 500. */
    public List<String> all() {
        return reads.of(
                        ProjectView.NAME,
                        live -> jdbc.queryForList(
                                "select distinct team from " + live.table(ProjectView.ROW)
                                        + " where team is not null order by team limit " + MOST,
                                String.class))
                .answer();
    }
}
