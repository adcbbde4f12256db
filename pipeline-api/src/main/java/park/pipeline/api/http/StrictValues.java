package park.pipeline.api.http;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.log.Micros;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/** The values of the contract: days, whole numbers, instants. */
public final class StrictValues {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");
    private static final BigInteger LARGEST_LONG = BigInteger.valueOf(Long.MAX_VALUE);

    private StrictValues() {}

    /** A day as {@code YYYY-MM-DD} that exists; null for anything else. */
    public static @Nullable LocalDate day(String text) {
        if (!DAY.matcher(text).matches()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** An instant with its offset and up to nine digits of a second; null for anything else. */
    public static @Nullable Instant instant(String text) {
        if (!INSTANT.matcher(text).matches()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    static final class Day extends ValueDeserializer<LocalDate> {
        @Override
        public LocalDate deserialize(JsonParser in, DeserializationContext context) {
            LocalDate day = in.hasToken(JsonToken.VALUE_STRING) ? day(in.getString()) : null;
            if (day == null) {
                return context.reportInputMismatch(LocalDate.class, "no day that exists");
            }
            return day;
        }
    }

    /** A number beyond a long becomes the nearest long, which the range check then refuses as what it is: too large. */
    static final class WholeNumber extends ValueDeserializer<Long> {
        @Override
        public Long deserialize(JsonParser in, DeserializationContext context) {
            if (!in.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                return context.reportInputMismatch(Long.class, "no whole number");
            }
            BigInteger number = in.getBigIntegerValue();
            return number.abs().compareTo(LARGEST_LONG) <= 0
                    ? number.longValue()
                    : number.signum() < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE;
        }
    }

    static final class Instant6 extends ValueSerializer<Instant> {
        @Override
        public void serialize(Instant instant, JsonGenerator out, SerializationContext context) {
            out.writeString(Micros.text(instant));
        }
    }
}
