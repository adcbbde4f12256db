package park.pipeline.api.transfer;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Which steps a database's schema has come to. */
final class Schema {
    private Schema() {}

    /** The version of the newest step. */
    static String newest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select \"version\" from \"flyway_schema_history\""
                        + " where \"version\" is not null order by \"installed_rank\" desc limit 1")) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
