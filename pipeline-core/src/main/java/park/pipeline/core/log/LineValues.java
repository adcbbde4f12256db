package park.pipeline.core.log;

import com.fasterxml.jackson.annotation.JacksonInject;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.project.ProjectEvent;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.InjectableValues;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** The two components of an event that are not among the fields of its data: its day, and its remarks. */
final class LineValues extends InjectableValues {
    static final String DAY = "occurredOn";
    static final String REMARKS = "remarks";

    private final @Nullable LocalDate occurredOn;
    private final EventParser fields;

    /** @param fields asked for the remarks once all of them have gone by */
    LineValues(@Nullable LocalDate occurredOn, EventParser fields) {
        this.occurredOn = occurredOn;
        this.fields = fields;
    }

    @Override
    public @Nullable Object findInjectableValue(
            DeserializationContext context,
            Object component,
            BeanProperty forProperty,
            @Nullable Object bean,
            @Nullable Boolean optional,
            @Nullable Boolean useInput) {
        return component.equals(REMARKS) ? fields.remarks() : occurredOn;
    }

    @Override
    public InjectableValues snapshot() {
        return this;
    }

    /** Finds them by their names, so that the events need no annotations. */
    static final class Components extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public JacksonInject.@Nullable Value findInjectableValue(MapperConfig<?> config, AnnotatedMember member) {
            String component = member instanceof AnnotatedParameter parameter ? componentOfEvent(parameter) : "";
            return component.equals(DAY) || component.equals(REMARKS)
                    ? JacksonInject.Value.construct(component, false, true)
                    : super.findInjectableValue(config, member);
        }

        /** The name that a parameter of an event's canonical constructor has; empty for any other. */
        private static String componentOfEvent(AnnotatedParameter parameter) {
            Class<?> type = parameter.getDeclaringClass();
            RecordComponent[] components = type.getRecordComponents();
            boolean canonical = ProjectEvent.class.isAssignableFrom(type)
                    && parameter.getOwner() instanceof AnnotatedConstructor constructor
                    && components != null
                    && constructor.getParameterCount() == components.length;
            return canonical ? components[parameter.getIndex()].getName() : "";
        }
    }
}
