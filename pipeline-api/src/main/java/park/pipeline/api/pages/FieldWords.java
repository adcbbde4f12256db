package park.pipeline.api.pages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import park.pipeline.core.project.Capacity;
import park.pipeline.core.project.Enterprise;
import park.pipeline.core.project.Stage;
import park.pipeline.projections.project.ProjectDetail.Milestone;
import park.pipeline.projections.project.ProjectDetail.PermitState;

/** A field of a project's state as people read it: in changes, in replays. */
public final class FieldWords {
    private final Format fmt;
    private final MessageSource messages;
    private final Locale locale;

    public FieldWords(Format fmt, MessageSource messages, Locale locale) {
        this.fmt = fmt;
        this.messages = messages;
        this.locale = locale;
    }

    /** What the field is called. */
    public String name(String field) {
        return messages.getMessage("field." + field, null, locale);
    }

    /** What it holds; a dash for nothing. */
    public String value(String field, @Nullable Object value) {
        return switch (value) {
            case null -> Format.UNKNOWN;
            case Enterprise e -> e.creditCode() == null ? e.name() : e.name() + " · " + e.creditCode();
            case Capacity c -> fmt.decimal(c.value()) + " " + c.unit();
            case Stage stage -> fmt.stage(stage);
            case LocalDate day -> fmt.day(day);
            case BigDecimal number -> fmt.decimal(number);
            case List<?> many when many.isEmpty() -> Format.UNKNOWN;
            case List<?> many -> many.stream().map(this::item).collect(Collectors.joining(isList()));
            default -> coded(field, value);
        };
    }

    /** What a retraction takes back. */
    public String retractable(String code) {
        return messages.getMessage("form.retract." + code, null, locale);
    }

    private String coded(String field, Object value) {
        return switch (field) {
            case "industry" -> fmt.industry(value);
            case "origin" -> fmt.origin(value);
            case "kind" -> fmt.kind(value);
            case "chainEffect" -> fmt.chainEffect(value);
            case "investmentCny", "paidInCny" -> fmt.yuan((Number) value);
            case "percent" -> value + "%";
            default -> value.toString();
        };
    }

    private String item(@Nullable Object item) {
        return switch (item) {
            case null -> Format.UNKNOWN;
            case PermitState p ->
                fmt.permit(p.permit()) + " " + messages.getMessage("field.permit." + p.status(), null, locale)
                        + (p.occurredOn() == null ? "" : " " + p.occurredOn());
            case Milestone m -> fmt.stage(m.stage()) + " " + m.occurredOn();
            default -> item.toString();
        };
    }

    private String isList() {
        return fmt.isEnglish() ? ", " : "、";
    }
}
