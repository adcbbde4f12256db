package park.pipeline.core.input;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Decimals;

/**
 * Checks the fields of one command and gives back their values, texts in NFC and trimmed. Problems are gathered: a
 * value that is wrong or missing comes back as a stand-in, and {@link #done()} must be called before any is used.
 */
public final class FieldChecks {
    /** The largest whole number that survives JSON and RFC 8785: 2^53 − 1. */
    public static final long LARGEST_WHOLE_NUMBER = 9_007_199_254_740_991L;
    /** No project of any park is older. */
    public static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    private static final int DIGITS = 15;
    /** Decimals are stored as the double that RFC 8785 writes: far beyond any factory, far within a double. */
    private static final int LARGEST_EXPONENT = 100;

    private static final BigDecimal LARGEST_DECIMAL = BigDecimal.ONE.scaleByPowerOfTen(LARGEST_EXPONENT);

    private final List<FieldProblem> problems = new ArrayList<>();

    /** A text of one line that may be missing; blank is missing. */
    public @Nullable String text(String field, @Nullable String given, int max) {
        return new TextRule(false, max).check(field, given, problems);
    }

    /** A text that may be missing and may have lines and tabs. */
    public @Nullable String lines(String field, @Nullable String given, int max) {
        return new TextRule(true, max).check(field, given, problems);
    }

    public String requiredText(String field, @Nullable String given, int max) {
        return due(field, given, text(field, given, max), "");
    }

    public String requiredLines(String field, @Nullable String given, int max) {
        return due(field, given, lines(field, given, max), "");
    }

    /** 统一社会信用代码, if given with a valid check character. */
    public @Nullable String creditCode(String field, @Nullable String given) {
        String code = text(field, given, 100);
        if (code != null && !CreditCode.isValid(code)) {
            problem(field, "bad-credit-code", Map.of("value", code));
        }
        return code;
    }

    /** Whole yuan from 0; null is unknown. */
    public @Nullable Long amount(String field, @Nullable Long given) {
        if (given != null && (given < 0 || given > LARGEST_WHOLE_NUMBER)) {
            outOfRange(field, "0", Long.toString(LARGEST_WHOLE_NUMBER));
        }
        return given;
    }

    public long requiredAmount(String field, @Nullable Long given) {
        return due(field, given, amount(field, given), 0L);
    }

    public int requiredPercent(String field, @Nullable Long given) {
        if (given != null && (given < 0 || given > 100)) {
            outOfRange(field, "0", "100");
            return 0;
        }
        return due(field, given, given, 0L).intValue();
    }

    /** A decimal of at most 15 significant digits, not negative. */
    public @Nullable BigDecimal decimal(String field, @Nullable BigDecimal given) {
        if (given == null) {
            return null;
        }
        BigDecimal number = given.stripTrailingZeros();
        boolean inRange = number.signum() >= 0
                && number.precision() <= DIGITS
                && number.compareTo(LARGEST_DECIMAL) < 0
                && number.scale() <= LARGEST_EXPONENT;
        if (!inRange) {
            problem(field, "out-of-range", Map.of("least", "0", "most", DIGITS + " significant digits"));
            return BigDecimal.ONE;
        }
        return Decimals.plain(given);
    }

    /** A decimal above 0. */
    public BigDecimal requiredPositive(String field, @Nullable BigDecimal given) {
        BigDecimal value = decimal(field, given);
        if (value != null && value.signum() == 0) {
            problem(field, "out-of-range", Map.of("least", "> 0", "most", DIGITS + " significant digits"));
        }
        return due(field, given, value, BigDecimal.ONE);
    }

    /** One of a frozen set of codes. */
    public <E extends Enum<E>> @Nullable E code(String field, @Nullable String given, Class<E> codes) {
        if (given == null) {
            return null;
        }
        for (E code : codes.getEnumConstants()) {
            if (code.name().equals(given)) {
                return code;
            }
        }
        unknownCode(field, given);
        return null;
    }

    public <E extends Enum<E>> E requiredCode(String field, @Nullable String given, Class<E> codes) {
        String present = given == null || given.isBlank() ? null : given;
        return due(field, present, code(field, present, codes), codes.getEnumConstants()[0]);
    }

    /** A day from 1900 on; whether it lies in the future is the domain's question. */
    public LocalDate requiredDay(String field, @Nullable LocalDate given) {
        return due(field, given, day(field, given), FIRST_DAY);
    }

    public @Nullable LocalDate day(String field, @Nullable LocalDate given) {
        if (given != null && given.isBefore(FIRST_DAY)) {
            outOfRange(field, FIRST_DAY.toString(), "");
        }
        return given;
    }

    public void unknownCode(String field, String given) {
        problem(field, "unknown-code", Map.of("value", TextRule.abridged(given)));
    }

    public void required(String field) {
        problem(field, "required", Map.of());
    }

    private void outOfRange(String field, String least, String most) {
        problem(field, "out-of-range", Map.of("least", least, "most", most));
    }

    public void problem(String field, String code, Map<String, Object> values) {
        problems.add(new FieldProblem(field, code, values));
    }

    /** The problems found so far. */
    public List<FieldProblem> problems() {
        return List.copyOf(problems);
    }

    /** @throws InvalidFields if any field has a problem */
    public void done() {
        if (!problems.isEmpty()) {
            throw new InvalidFields(problems);
        }
    }

    /** Reports a value that is due and missing, but not one that already has another problem. */
    private <T> T due(String field, @Nullable Object given, @Nullable T value, T standIn) {
        if (value != null) {
            return value;
        }
        if (given == null || problems.stream().noneMatch(p -> p.field().equals(field))) {
            required(field);
        }
        return standIn;
    }
}
