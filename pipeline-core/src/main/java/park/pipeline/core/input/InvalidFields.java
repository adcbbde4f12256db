package park.pipeline.core.input;

import java.util.List;

/** Well-formed input with values that no command takes; all problems at once, so that one is told them all. */
public final class InvalidFields extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> problems;

    public InvalidFields(List<FieldProblem> problems) {
        super(problems.toString(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
