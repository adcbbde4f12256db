package park.pipeline.api.node;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import park.pipeline.projections.view.ViewStops.Stop;

/**
 * The processes that share this database, by the beats of their hearts. All instants are the database's own, so that no
 * node's clock matters.
 */
@Repository
@DependsOnDatabaseInitialization
class Nodes {
    private static final String ALIVE = "seen_at > current_timestamp - interval '4' second";

    private final JdbcTemplate jdbc;

    Nodes(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void beat(String node) {
        if (jdbc.update("update node set seen_at = current_timestamp where node_id = ?", node) == 0) {
            jdbc.update(
                    "insert into node (node_id, started_at, seen_at) values (?, current_timestamp, current_timestamp)",
                    node);
        }
    }

    /** Those that were heard of in the last four seconds, in the order of their names. */
    List<String> alive() {
        return jdbc.queryForList("select node_id from node where " + ALIVE + " order by node_id", String.class);
    }

    /** Says farewell, so that nobody waits for the silence; and forgets those that fell silent long ago. */
    void leave(String node) {
        jdbc.update("delete from view_stop where node_id = ?", node);
        jdbc.update("delete from node where node_id = ? or seen_at < current_timestamp - interval '1' day", node);
    }

    /** Tells the others which views stand still on this node, and why. */
    void tellStops(String node, Map<String, Stop> stops) {
        Map<String, Stop> told = stops("node_id = ?", node);
        if (!told.equals(stops)) {
            jdbc.update("delete from view_stop where node_id = ?", node);
            stops.forEach((view, stop) -> jdbc.update(
                    "insert into view_stop (view_name, node_id, log_position, cause) values (?, ?, ?, ?)",
                    view,
                    node,
                    stop.position(),
                    stop.cause()));
        }
    }

    /** Which views stand still on another node that is alive. */
    Map<String, Stop> stopsOfOthers(String node) {
        return stops("node_id <> ? and node_id in (select node_id from node where " + ALIVE + ")", node);
    }

    private Map<String, Stop> stops(String where, String node) {
        Map<String, Stop> found = new HashMap<>();
        jdbc.query(
                "select view_name, log_position, cause from view_stop where " + where,
                row -> {
                    found.put(row.getString(1), new Stop(row.getLong(2), row.getString(3)));
                },
                node);
        return found;
    }

    /** Asks whoever feeds the view to try again. */
    void askToResume(String view) {
        jdbc.update("update view_stop set resume_asked = true where view_name = ?", view);
    }

    /** The views of this node that somebody, on whatever node, wants to try again; each is named once. */
    List<String> askedToResume(String node) {
        List<String> asked = jdbc.queryForList(
                "select view_name from view_stop where node_id = ? and resume_asked", String.class, node);
        if (!asked.isEmpty()) {
            jdbc.update("update view_stop set resume_asked = false where node_id = ?", node);
        }
        return asked;
    }
}
