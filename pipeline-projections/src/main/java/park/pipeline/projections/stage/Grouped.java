package park.pipeline.projections.stage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import park.pipeline.projections.view.Generation;
import park.pipeline.projections.view.ProjectFilter.Conditions;

/** Counts of stage entries, group by group, in one query. */
record Grouped(
        Dimension dimension, LocalDate asOf, @Nullable Instant knownAt, Generation live) {
    /** Takes one row of a group; its own columns begin with the second. */
    interface Taker {
        void take(String group, ResultSet row) throws SQLException;
    }

    /**
     * Runs a query over entries.
     *
     * @param columns what is counted, and what it is counted by
     * @param by the columns that it is counted by beside the group, each with a comma before it
     */
    void query(JdbcTemplate jdbc, String columns, String by, Conditions entries, Taker taker) {
        List<Object> arguments = new ArrayList<>();
        String group = group(arguments);
        arguments.addAll(Arrays.asList(entries.arguments()));
        jdbc.query(
                "select group_value, " + columns + " from (select " + group + " group_value" + by + " from "
                        + live.table(StageView.ENTRY) + " entry" + entries.where() + ") grouped group by group_value"
                        + by,
                row -> {
                    String value = row.getString(1);
                    taker.take(value == null ? "" : value, row);
                },
                arguments.toArray());
    }

    /** A team changes from day to day: it is the one of the day of the question, whatever the entry says. */
    private String group(List<Object> arguments) {
        if (dimension != Dimension.TEAM) {
            return dimension.column();
        }
        Conditions teams =
                Known.at(new Conditions(), knownAt).and("valid_from <= ?", asOf).and("valid_to > ?", asOf);
        arguments.addAll(Arrays.asList(teams.arguments()));
        return "(select team.team from " + live.table(StageView.TEAM) + " team" + teams.where()
                + " and team.project_id = entry.project_id)";
    }
}
