package park.pipeline.core.log;

import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.Change;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** A changed field is written as its new value: null clears it, absence leaves it. Jackson alone would merge the two. */
public final class ChangeJson {
    private ChangeJson() {}

    /** For a mapper that reads or writes changes. */
    public static SimpleModule module() {
        return new SimpleModule("change")
                .addSerializer(Change.class, new Writer())
                .addDeserializer(Change.class, new Reader());
    }

    static final class Writer extends ValueSerializer<Object> {
        @Override
        public void serialize(Object change, JsonGenerator out, SerializationContext context) {
            context.writeValue(out, ((Change<?>) change).to());
        }
    }

    static final class Reader extends ValueDeserializer<Change<?>> {
        private final @Nullable JavaType to;

        Reader() {
            this(null);
        }

        private Reader(@Nullable JavaType to) {
            this.to = to;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            return new Reader(property.getType().containedType(0));
        }

        @Override
        public Change<?> deserialize(JsonParser in, DeserializationContext context) {
            return new Change<>(context.readValue(in, to));
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return new Change<>(null);
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }
    }
}
