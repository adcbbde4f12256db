package park.pipeline.projections.view;

import java.util.ArrayList;
import java.util.List;

/**
 * Which projects a question is about. Each list means any of its values; an empty one means all.
 *
 * @param team compared as given: a team that nobody has matches nothing
 */
public record ProjectFilter(List<String> industry, List<String> team, List<String> origin, List<String> kind) {
    public static final ProjectFilter ALL = new ProjectFilter(List.of(), List.of(), List.of(), List.of());

    public ProjectFilter {
        industry = List.copyOf(industry);
        team = List.copyOf(team);
        origin = List.copyOf(origin);
        kind = List.copyOf(kind);
    }

    /** Conditions on the columns of the same names, and the arguments that they take. */
    public void addTo(Conditions conditions) {
        conditions.anyOf("industry", industry);
        conditions.anyOf("team", team);
        conditions.anyOf("origin", origin);
        conditions.anyOf("kind", kind);
    }

    /** The conditions of a where clause, joined by AND. */
    public static final class Conditions {
        private final List<String> clauses = new ArrayList<>();
        private final List<Object> arguments = new ArrayList<>();

        /** Adds a clause with a question mark for each argument. */
        public Conditions and(String clause, Object... values) {
            clauses.add(clause);
            arguments.addAll(List.of(values));
            return this;
        }

        /** Adds a choice; no values, no condition. */
        public Conditions anyOf(String column, List<String> values) {
            if (!values.isEmpty()) {
                clauses.add(column + " in (" + "?, ".repeat(values.size() - 1) + "?)");
                arguments.addAll(values);
            }
            return this;
        }

        /** The where clause, empty where there is no condition. */
        public String where() {
            return clauses.isEmpty() ? "" : " where " + String.join(" and ", clauses);
        }

        public Object[] arguments() {
            return arguments.toArray();
        }
    }
}
