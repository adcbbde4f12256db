package park.pipeline.api.imports.row;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.imports.table.Column;
import park.pipeline.api.imports.table.Row;
import park.pipeline.core.catalogue.Terms;
import park.pipeline.core.input.FieldChecks;

/** The cells of one row as values. What is wrong is gathered; a wrong cell comes back as null or as a stand-in. */
final class Cells {
    private static final Pattern DAY = Pattern.compile("(\\d{4})(?:-(\\d{2})-(\\d{2})|/(\\d{1,2})/(\\d{1,2}))");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?");
    /** Parsing takes more than linear time, and no number that is in range is longer. */
    private static final int LONGEST_NUMBER = 60;

    private static final BigDecimal OUT_OF_ANY_RANGE = BigDecimal.TEN.pow(18);

    private final Row row;
    private final FieldChecks checks = new FieldChecks();

    Cells(Row row) {
        this.row = row;
    }

    @Nullable
    String text(Column column, int max) {
        return checks.text(column.code(), row.cell(column), max);
    }

    String requiredText(Column column, int max) {
        return checks.requiredText(column.code(), row.cell(column), max);
    }

    /** A text that may have lines; however the file ends its own, these end with LF. */
    @Nullable
    String lines(Column column, int max) {
        String given = row.cell(column);
        return checks.lines(
                column.code(),
                given == null ? null : given.replace("\r\n", "\n").replace('\r', '\n'),
                max);
    }

    /** The code that was meant, be it written as code or as a word. */
    @Nullable
    String code(Column column, Terms terms) {
        String given = row.cell(column);
        if (given == null) {
            return null;
        }
        String code = terms.codeOf(given);
        if (code == null) {
            checks.unknownCode(column.code(), given);
        }
        return code;
    }

    String requiredCode(Column column, Terms terms) {
        if (!isGiven(column)) {
            required(column);
        }
        String code = code(column, terms);
        return code == null ? "" : code;
    }

    /** Whole yuan. */
    @Nullable
    Long amount(Column column) {
        BigDecimal number = number(column, false);
        if (number == null) {
            return null;
        }
        BigInteger whole = number.toBigInteger();
        return checks.amount(column.code(), whole.bitLength() < Long.SIZE ? whole.longValue() : Long.MAX_VALUE);
    }

    /** A decimal above 0. */
    @Nullable
    BigDecimal positive(Column column) {
        BigDecimal number = number(column, true);
        return number == null ? null : checks.requiredPositive(column.code(), number);
    }

    /** A day that exists, from 1900 on. */
    @Nullable
    LocalDate day(Column column) {
        String given = row.cell(column);
        if (given == null) {
            return null;
        }
        Matcher day = DAY.matcher(given);
        if (day.matches()) {
            boolean dashes = day.group(2) != null;
            try {
                return checks.day(
                        column.code(),
                        LocalDate.of(
                                Integer.parseInt(day.group(1)),
                                Integer.parseInt(day.group(dashes ? 2 : 4)),
                                Integer.parseInt(day.group(dashes ? 3 : 5))));
            } catch (DateTimeException e) {
                // looks like a day and does not exist: malformed
            }
        }
        malformed(column);
        return null;
    }

    boolean isGiven(Column column) {
        return row.cell(column) != null;
    }

    void required(Column column) {
        checks.required(column.code());
    }

    void problem(Column column, String code) {
        checks.problem(column.code(), code, Map.of());
    }

    List<RowError> errors() {
        return Stream.concat(
                        checks.problems().stream()
                                .map(p -> new RowError(row.number(), p.field(), p.code(), p.values())),
                        row.beyond().stream()
                                .map(place -> new RowError(row.number(), "#" + place, "malformed", Map.of())))
                .toList();
    }

    private @Nullable BigDecimal number(Column column, boolean mayHaveFraction) {
        String given = row.cell(column);
        if (given == null) {
            return null;
        }
        Matcher number = NUMBER.matcher(given);
        if (!number.matches() || number.group(1) != null && !mayHaveFraction) {
            malformed(column);
            return null;
        }
        return given.length() > LONGEST_NUMBER ? OUT_OF_ANY_RANGE : new BigDecimal(given.replace(",", ""));
    }

    private void malformed(Column column) {
        problem(column, "malformed");
    }
}
