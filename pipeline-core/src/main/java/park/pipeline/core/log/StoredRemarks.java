package park.pipeline.core.log;

import java.util.List;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Precision;
import park.pipeline.core.project.Remarks;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.filter.TokenFilter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps back what stands in an event's data beside its own fields, while those go by: a tree of all of it, from which this is
 * taken out and which is then read once more, costs a quarter more. Made anew for every event.
 */
final class StoredRemarks extends TokenFilter {
    static final String NOTE = "note";
    static final String PRECISION = "precision";
    static final String IMPORTED = "imported";

    private @Nullable String note;
    private Precision precision = Precision.DAY;
    private boolean imported;

    /** What was kept back; complete once the event's own fields have gone by. */
    Remarks remarks() {
        return new Remarks(note, precision, imported);
    }

    /** Takes them out of a tree, whose other fields are then changed. */
    void takeFrom(ObjectNode fields) {
        for (String name : List.of(NOTE, PRECISION, IMPORTED)) {
            JsonNode value = fields.remove(name);
            if (value != null) {
                try (JsonParser in = value.traverse(ObjectReadContext.empty())) {
                    in.nextToken();
                    keep(name, in);
                }
            }
        }
    }

    @Override
    public TokenFilter includeProperty(String name) {
        return switch (name) {
            case NOTE, PRECISION, IMPORTED -> new KeptBack(name);
            default -> INCLUDE_ALL;
        };
    }

    @Override
    public boolean includeEmptyObject(boolean contentsFiltered) {
        return true;
    }

    private void keep(String name, JsonParser in) {
        switch (name) {
            case NOTE -> note = text(in);
            case PRECISION -> precision = Precision.valueOf(text(in));
            default -> imported = in.getBooleanValue();
        }
    }

    private static String text(JsonParser in) {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException("No text: " + in.currentToken());
        }
        return in.getString();
    }

    /** The value of one of the three. */
    private final class KeptBack extends TokenFilter {
        private final String name;

        KeptBack(String name) {
            this.name = name;
        }

        @Override
        public boolean includeValue(JsonParser in) {
            keep(name, in);
            return false;
        }

        @Override
        public TokenFilter filterStartObject() {
            throw new IllegalArgumentException("An object as " + name);
        }

        @Override
        public TokenFilter filterStartArray() {
            throw new IllegalArgumentException("A list as " + name);
        }
    }
}
