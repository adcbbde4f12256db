package park.pipeline.api.pages.commands;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A command to be filled in.
 *
 * @param name the word for it is {@code command.<name>}
 * @param action where it is sent
 * @param version of the project, as it was shown; null for a new project
 * @param fields those that it needs
 * @param more those that few need, folded away
 * @param changesOnly whether only what was changed is sent, and null for what was cleared
 */
public record CommandForm(
        String name,
        String action,
        @Nullable UUID projectId,
        @Nullable Long version,
        List<FormField> fields,
        List<FormField> more,
        boolean changesOnly) {
    /** The same with what is given for its fields filled in. */
    CommandForm preset(UnaryOperator<@Nullable String> given) {
        List<FormField> filled = fields.stream()
                .map(field -> field.preset(given.apply(field.name())))
                .toList();
        return new CommandForm(name, action, projectId, version, filled, more, changesOnly);
    }

    /** The same for a reader who has this version before him; null where he has the newest. */
    CommandForm seen(@Nullable Long shown) {
        return shown == null ? this : new CommandForm(name, action, projectId, shown, fields, more, changesOnly);
    }
}
