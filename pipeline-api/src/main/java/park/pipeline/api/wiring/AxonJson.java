package park.pipeline.api.wiring;

import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Axon's serializer is used for tokens alone; 4.13.0 forgets to allow its own token types. */
@Configuration
class AxonJson {
    @Bean
    Jackson3SerializerCustomizer tokensMayBeRead() {
        return builder -> builder.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .build());
    }
}
