package park.pipeline.core.log;

import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Precision;
import park.pipeline.core.project.Remarks;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.SerializableString;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.JsonParserDelegate;

/**
 * Reads the fields of one event's data, and keeps back what stands beside them, while those go by: a tree of all of it, from which
 * this is taken out and which is then read once more, costs a quarter more, and Jackson's own filter nearly as much.
 */
final class EventParser extends JsonParserDelegate {
    static final String NOTE = "note";
    static final String PRECISION = "precision";
    static final String IMPORTED = "imported";

    private @Nullable String note;
    private Precision precision = Precision.DAY;
    private boolean imported;

    EventParser(JsonParser all) {
        super(all);
    }

    /** What was kept back; complete once the event's own fields have gone by. */
    Remarks remarks() {
        return new Remarks(note, precision, imported);
    }

    @Override
    public @Nullable JsonToken nextToken() {
        JsonToken token = delegate.nextToken();
        while (token == JsonToken.PROPERTY_NAME && isKept()) {
            token = delegate.nextToken();
        }
        return token;
    }

    /** The events' own names, which the matcher knows, are found by the parser itself. */
    @Override
    public int nextNameMatch(PropertyNameMatcher names) {
        int match = delegate.nextNameMatch(names);
        while (match == PropertyNameMatcher.MATCH_UNKNOWN_NAME && isKept()) {
            match = delegate.nextNameMatch(names);
        }
        return match;
    }

    @Override
    public @Nullable String nextName() {
        return nextToken() == JsonToken.PROPERTY_NAME ? currentName() : null;
    }

    @Override
    public boolean nextName(SerializableString name) {
        return name.getValue().equals(nextName());
    }

    @Override
    public @Nullable JsonToken nextValue() {
        JsonToken token = nextToken();
        return token == JsonToken.PROPERTY_NAME ? nextToken() : token;
    }

    /** Whether the field at which the parser stands is one to keep back; then it stands at its value, which is kept. */
    private boolean isKept() {
        String name = delegate.currentName();
        boolean kept = (NOTE.equals(name) || PRECISION.equals(name) || IMPORTED.equals(name))
                && delegate.streamReadContext().getParent().inRoot();
        if (kept) {
            delegate.nextToken();
            keep(name);
        }
        return kept;
    }

    private void keep(String name) {
        switch (name) {
            case NOTE -> note = text(name);
            case PRECISION -> precision = Precision.valueOf(text(name));
            default -> imported = delegate.getBooleanValue();
        }
    }

    private String text(String name) {
        if (delegate.currentToken() != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException("No text as " + name + ": " + delegate.currentToken());
        }
        return delegate.getString();
    }
}
