package park.pipeline.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.projections.view.ViewTable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The baseline of a rebuild: one thread reads the log in its order, parses each event, counts it for its project, and loads the rows
 * of the view, which it knows beforehand, by COPY into tables with the same indexes.
 */
final class RawRebuild {
    private final JdbcTemplate jdbc;
    private final Map<String, byte[]> rows = new HashMap<>();

    RawRebuild(JdbcTemplate jdbc, List<ViewTable> tables) throws Exception {
        this.jdbc = jdbc;
        try (Connection connection =
                Objects.requireNonNull(jdbc.getDataSource()).getConnection()) {
            for (ViewTable table : tables) {
                // the first build has filled the second set
                jdbc.execute("create table raw_" + table.name() + " (like " + table.name() + "_g2 including all)");
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy " + table.name() + "_g2 to stdout", bytes);
                rows.put("raw_" + table.name(), bytes.toByteArray());
            }
        }
    }

    double seconds(int events) throws Exception {
        rows.keySet().forEach(table -> jdbc.execute("truncate " + table));
        long start = System.nanoTime();
        try (Connection connection =
                Objects.requireNonNull(jdbc.getDataSource()).getConnection()) {
            connection.setAutoCommit(false);
            assertThat(readAndFold(connection)).isEqualTo(events);
            for (Map.Entry<String, byte[]> table : rows.entrySet()) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table.getKey() + " from stdin", new ByteArrayInputStream(table.getValue()));
            }
            connection.commit();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static int readAndFold(Connection connection) throws Exception {
        JsonMapper json = new JsonMapper();
        Map<Object, List<Object>> projects = new HashMap<>();
        int events = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(5_000);
            try (var row = statement.executeQuery(
                    "select log_position, event_id, stream_id, stream_sequence, event_type,"
                            + " revision, recorded_at, occurred_on, actor, data from event_log order by log_position")) {
                while (row.next()) {
                    events++;
                    int fields = json.readTree(row.getBytes(10)).size();
                    projects.computeIfAbsent(row.getObject(3), p -> new ArrayList<>())
                            .add(fields);
                }
            }
        }
        return events;
    }

    void drop() {
        rows.keySet().forEach(table -> jdbc.execute("drop table " + table));
    }
}
