package park.pipeline.api.pages.analysis;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.http.StrictValues;
import park.pipeline.api.problem.ApiProblem;
import park.pipeline.core.catalogue.Terms;
import park.pipeline.core.input.FieldChecks;
import park.pipeline.projections.stage.ConversionQueries.Cohort;

/**
 * What stands in the address. Empty is left out, as forms send it; what makes no sense is refused: numbers of something
 * else than was asked for would be wrong numbers.
 */
record Given(HttpServletRequest request) {
    @Nullable
    String text(String name) {
        String text = request.getParameter(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    @Nullable
    LocalDate day(String name) {
        String text = text(name);
        LocalDate day = text == null ? null : StrictValues.day(text);
        if (text != null && (day == null || day.isBefore(FieldChecks.FIRST_DAY))) {
            throw ApiProblem.malformed(name, text).asException();
        }
        return day;
    }

    List<String> code(String name, Terms terms) {
        String text = text(name);
        if (text != null && !terms.has(text)) {
            throw ApiProblem.malformed(name, text).asException();
        }
        return text == null ? List.of() : List.of(text);
    }

    <E extends Enum<E>> E constant(String name, E otherwise) {
        String text = text(name);
        return text == null
                ? otherwise
                : Stream.of(otherwise.getDeclaringClass().getEnumConstants())
                        .filter(c -> c.name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> ApiProblem.malformed(name, text).asException());
    }

    /**
     * Those registered between two days; from the first day there is where none is given, and to the day of the page.
     * Two days in the wrong order are turned.
     */
    Cohort cohort(String from, String to, LocalDate asOf) {
        LocalDate first = day(from);
        LocalDate last = day(to);
        return first != null && last != null && first.isAfter(last)
                ? new Cohort(last, first)
                : new Cohort(first == null ? FieldChecks.FIRST_DAY : first, last == null ? asOf : last);
    }
}
