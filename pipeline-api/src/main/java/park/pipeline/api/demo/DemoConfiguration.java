package park.pipeline.api.demo;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import park.pipeline.api.wiring.PipelineSettings;
import park.pipeline.core.catalogue.Catalogue;
import park.pipeline.core.log.LogReader;

/** Only in profile {@code demo}, and there not with {@code pipeline.demo.data=false}. */
@Configuration
@Profile("demo")
@ConditionalOnBooleanProperty(name = "pipeline.demo.data", matchIfMissing = true)
class DemoConfiguration {
    @Bean
    @Primary
    DemoClock demoClock() {
        return new DemoClock();
    }

    @Bean
    DemoLoader demoLoader(
            DemoClock clock, CommandGateway commands, LogReader log, Catalogue catalogue, PipelineSettings settings) {
        return new DemoLoader(clock, commands, log, catalogue, settings);
    }
}
