package park.pipeline.api.pages.commands;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form.
 *
 * @param name as the interface takes it; a dot leads into an object, {@code enterprise.name}
 * @param most characters of a text; 0 where that is no matter
 * @param initial what the project has; of a form that sends changes only, anything else is one
 * @param value with which the form opens
 * @param choices what there is to choose from; of a text what is suggested
 * @param hint key of a sentence below it; null for none
 * @param onlyWith {@code other=CODE}: asked for only while the other field holds the code; null where always
 */
public record FormField(
        String name,
        Type type,
        boolean required,
        int most,
        String initial,
        String value,
        List<Choice> choices,
        @Nullable String hint,
        @Nullable String onlyWith) {
    /** How it is filled in, and what becomes of it in JSON. */
    public enum Type {
        TEXT,
        LINES,
        DAY,
        /** Yuan; 亿 and 万 are understood. */
        MONEY,
        DECIMAL,
        PERCENT,
        /** One of the choices. */
        CHOICE,
        /** Any of the choices, as a list. */
        MANY
    }

    /** A code with its word, and what more there is to say of it. */
    public record Choice(String code, String word, @Nullable String detail) {
        Choice(String code, String word) {
            this(code, word, null);
        }
    }

    FormField(
            String name,
            Type type,
            boolean required,
            int most,
            String value,
            List<Choice> choices,
            @Nullable String hint) {
        this(name, type, required, most, value, value, choices, hint, null);
    }

    static FormField day(String name, Object preset) {
        return new FormField(name, Type.DAY, true, 0, preset.toString(), List.of(), null);
    }

    static FormField money(String name, @Nullable Object preset) {
        return new FormField(name, Type.MONEY, false, 0, text(preset), List.of(), "form.money");
    }

    static FormField decimal(String name, @Nullable Object preset) {
        return new FormField(name, Type.DECIMAL, false, 0, text(preset), List.of(), null);
    }

    static FormField text(String name, int most, @Nullable Object preset) {
        return new FormField(name, Type.TEXT, false, most, text(preset), List.of(), null);
    }

    static FormField lines(String name, int most) {
        return new FormField(name, Type.LINES, false, most, "", List.of(), null);
    }

    static FormField choice(String name, List<Choice> choices, @Nullable Object preset) {
        return new FormField(name, Type.CHOICE, false, 0, text(preset), choices, null);
    }

    FormField due() {
        return new FormField(name, type, true, most, initial, value, choices, hint, onlyWith);
    }

    FormField suggesting(List<Choice> suggestions) {
        return new FormField(name, type, required, most, initial, value, suggestions, hint, onlyWith);
    }

    FormField withHint(String key) {
        return new FormField(name, type, required, most, initial, value, choices, key, onlyWith);
    }

    FormField onlyWith(String other, String code) {
        return new FormField(name, type, required, most, initial, value, choices, hint, other + "=" + code);
    }

    /** Opened with what somebody else has filled in, which is a change like one that was typed. */
    FormField preset(@Nullable String given) {
        return given == null || given.isBlank()
                ? this
                : new FormField(name, type, required, most, initial, given, choices, hint, onlyWith);
    }

    /** Its id in the page. */
    public String id() {
        return "f-" + name.replace('.', '-');
    }

    /** Whether a list that it opens with holds this code. */
    public boolean holds(String code) {
        return List.of(value.split(",")).contains(code);
    }

    private static String text(@Nullable Object preset) {
        return preset == null ? "" : preset.toString();
    }
}
