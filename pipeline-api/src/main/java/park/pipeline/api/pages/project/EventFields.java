package park.pipeline.api.pages.project;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import park.pipeline.api.pages.FieldWords;
import park.pipeline.api.pages.Format;
import tools.jackson.databind.JsonNode;

/** What an event says beside its day, as people read it. */
public final class EventFields {
    /** One thing that an event says. */
    public record Said(String name, String value) {}

    /** Ids and ciphertext say nothing to people; a profile's changes are shown one by one. */
    private static final Set<String> SILENT = Set.of("corrects", "contactId", "sealed", "imported", "changes");

    private final Format fmt;
    private final FieldWords words;

    EventFields(Format fmt, FieldWords words) {
        this.fmt = fmt;
        this.words = words;
    }

    /** All that the event's data say, in the order in which they are stored. */
    public List<Said> of(JsonNode data) {
        List<Said> said = new ArrayList<>();
        data.properties().forEach(field -> {
            if (!SILENT.contains(field.getKey())) {
                said.add(new Said(words.name(field.getKey()), value(field.getKey(), field.getValue())));
            }
        });
        data.path("changes")
                .properties()
                .forEach(change -> said.add(
                        new Said(words.name(change.getKey()), "→ " + value(change.getKey(), change.getValue()))));
        return said;
    }

    private String value(String field, JsonNode value) {
        if (value.isNull()) {
            return words.value(field, null);
        }
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(fmt.permit(item.asString())));
            return items.isEmpty() ? words.value(field, null) : String.join(fmt.isEnglish() ? ", " : "、", items);
        }
        if (value.isObject()) {
            return value.has("unit")
                    ? fmt.decimal(value.path("value").decimalValue()) + " "
                            + value.path("unit").asString()
                    : value.path("name").asString()
                            + (value.has("creditCode")
                                    ? " · " + value.path("creditCode").asString()
                                    : "");
        }
        return value.isNumber() ? number(field, value.decimalValue()) : coded(field, value.asString());
    }

    private String number(String field, BigDecimal number) {
        return field.endsWith("Cny")
                ? fmt.yuan(number.toBigIntegerExact())
                : fmt.decimal(number) + (field.equals("percent") ? "%" : "");
    }

    private String coded(String field, String code) {
        return switch (field) {
            case "permit" -> fmt.permit(code);
            case "reasonCode" -> fmt.reason(code);
            case "channel" -> fmt.channel(code);
            case "stage", "from", "to" -> fmt.stage(code);
            case "precision" -> fmt.precision(code);
            case "what" -> words.retractable(code);
            default -> words.value(field, code);
        };
    }
}
