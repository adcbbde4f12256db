package park.pipeline.projections.replay;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import park.pipeline.projections.project.ProjectDetail;

/**
 * A field in which two states of a project differ.
 *
 * @param field its name in the state; a list or an object changes as a whole
 * @param from its value before; null where it had none
 * @param to its value after; null where it has none
 */
public record FieldChange(
        String field, @Nullable Object from, @Nullable Object to) {
    /** All fields in which they differ, in the order of the state; where there was none before, all that have a value. */
    static List<FieldChange> between(@Nullable ProjectDetail before, ProjectDetail after) {
        List<FieldChange> changes = new ArrayList<>();
        for (RecordComponent field : ProjectDetail.class.getRecordComponents()) {
            Object from = before == null ? null : value(field, before);
            Object to = value(field, after);
            if (!Objects.equals(from, to)) {
                changes.add(new FieldChange(field.getName(), from, to));
            }
        }
        return changes;
    }

    private static @Nullable Object value(RecordComponent field, ProjectDetail state) {
        try {
            return field.getAccessor().invoke(state);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A public record has public fields", e);
        }
    }
}
