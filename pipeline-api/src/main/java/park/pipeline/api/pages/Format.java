package park.pipeline.api.pages;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.core.catalogue.Term;
import park.pipeline.core.catalogue.Terms;

/**
 * Numbers, days, instants and codes as people read them, in one language and the park's time zone. What is not known is
 * a dash, never 0.
 */
public final class Format {
    static final String UNKNOWN = "—";
    private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Locale locale;
    private final ZoneId zone;
    private final Catalogue catalogue;

    Format(Locale locale, ZoneId zone, Catalogue catalogue) {
        this.locale = locale;
        this.zone = zone;
        this.catalogue = catalogue;
    }

    public boolean isEnglish() {
        return locale.getLanguage().equals("en");
    }

    /** Whole yuan as 亿元 or 万元, or as millions of yuan; at most two decimals, half up. {@link #yuan} is exact. */
    public String money(@Nullable Number yuan) {
        if (yuan == null) {
            return UNKNOWN;
        }
        BigDecimal amount = new BigDecimal(yuan.toString());
        if (isEnglish()) {
            return "¥" + scaled(amount, MILLION) + " m";
        }
        return amount.abs().compareTo(YI) >= 0 ? scaled(amount, YI) + " 亿元" : scaled(amount, WAN) + " 万元";
    }

    /** Whole yuan to the last one. */
    public String yuan(@Nullable Number yuan) {
        if (yuan == null) {
            return UNKNOWN;
        }
        String exact = number(new BigInteger(yuan.toString()));
        return isEnglish() ? "CNY " + exact : exact + " 元";
    }

    /** Whole yuan in 亿 with at most two decimals, or in millions in English: for axes, whose name says the unit. */
    public BigDecimal moneyOnAxis(Number yuan) {
        return new BigDecimal(yuan.toString()).divide(isEnglish() ? MILLION : YI, 2, RoundingMode.HALF_UP);
    }

    public String number(@Nullable Number number) {
        return number == null
                ? UNKNOWN
                : NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A decimal as it is, such as a capacity or an area. */
    public String decimal(@Nullable BigDecimal number) {
        if (number == null) {
            return UNKNOWN;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(15);
        return format.format(number);
    }

    /** A rate from 0 to 1 as per cent with one decimal. */
    public String rate(@Nullable BigDecimal rate) {
        return rate == null ? UNKNOWN : rate.movePointRight(2).setScale(1, RoundingMode.HALF_UP) + "%";
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? UNKNOWN : day.toString();
    }

    /** An instant on a clock in the park, to the minute. */
    public String instant(@Nullable Instant instant) {
        return instant == null ? UNKNOWN : TO_THE_MINUTE.format(instant.atZone(zone));
    }

    /** The same to the second. */
    public String exactInstant(@Nullable Instant instant) {
        return instant == null ? UNKNOWN : TO_THE_SECOND.format(instant.atZone(zone));
    }

    /** An instant on a clock in the park, as {@code <input type="datetime-local">} takes it. */
    public String onTheWall(@Nullable Instant instant) {
        return instant == null
                ? ""
                : DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").format(instant.atZone(zone));
    }

    public String stage(@Nullable Object stage) {
        return word(catalogue.stages(), stage);
    }

    public String industry(@Nullable Object code) {
        return word(catalogue.industries(), code);
    }

    public String origin(@Nullable Object code) {
        return word(catalogue.origins(), code);
    }

    public String kind(@Nullable Object code) {
        return word(catalogue.kinds(), code);
    }

    public String permit(@Nullable Object code) {
        return word(catalogue.permits(), code);
    }

    public String reason(@Nullable Object code) {
        return word(catalogue.reasons(), code);
    }

    public String chainEffect(@Nullable Object code) {
        return word(catalogue.chainEffects(), code);
    }

    public String channel(@Nullable Object code) {
        return word(catalogue.channels(), code);
    }

    public String precision(@Nullable Object code) {
        return word(catalogue.precisions(), code);
    }

    /** The word for a term in the reader's language. */
    public String word(Term term) {
        return term.in(locale);
    }

    private String word(Terms terms, @Nullable Object code) {
        if (code == null || code.toString().isEmpty()) {
            return UNKNOWN;
        }
        Term term = terms.withCode(code.toString());
        return term == null ? code.toString() : term.in(locale);
    }

    private String scaled(BigDecimal amount, BigDecimal unit) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(2);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(amount.divide(unit, 2, RoundingMode.HALF_UP));
    }
}
