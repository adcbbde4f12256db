package park.pipeline.api.imports.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.api.problem.ProblemException;
import park.pipeline.core.input.FieldProblem;

/** Why a file is refused as a whole, before any row of it is looked at. */
final class FileProblems {
    private static final String FILE = "file";
    private static final int LONGEST_NAME = 40;

    private FileProblems() {}

    static ProblemException unreadable() {
        return unreadable(Map.of());
    }

    /** The table breaks off in this row. */
    static ProblemException unreadableAt(int row) {
        return unreadable(Map.of("row", row));
    }

    private static ProblemException unreadable(Map<String, Object> values) {
        String code = "unreadable-file";
        return new ApiProblem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        code,
                        values,
                        Map.of(),
                        List.of(new FieldProblem(FILE, code, values)))
                .asException();
    }

    static ProblemException tooLarge() {
        return ApiProblem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large").asException();
    }

    /** All that is wrong with a heading; the sentence is about what is missing, if anything is. */
    static ProblemException heading(List<Column> missing, List<String> unknown) {
        List<FieldProblem> errors = new ArrayList<>();
        missing.forEach(c -> errors.add(new FieldProblem(c.code(), "missing-column", Map.of())));
        unknown.forEach(name -> errors.add(new FieldProblem(abridged(name), "unknown-column", Map.of())));
        List<String> columns = missing.isEmpty()
                ? unknown.stream().map(FileProblems::abridged).toList()
                : missing.stream().map(c -> c.code() + " / " + c.chinese()).toList();
        return new ApiProblem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        errors.getFirst().code(),
                        Map.of("columns", columns),
                        Map.of(),
                        errors)
                .asException();
    }

    /** A file with another separator has one heading as long as its line. */
    private static String abridged(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }
}
