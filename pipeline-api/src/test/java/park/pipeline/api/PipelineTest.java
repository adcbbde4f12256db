package park.pipeline.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** The whole service on a free port, on an empty H2 of its own. Contexts are shared between tests that say no more. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
            "pipeline.data-dir=target/test-data/${random.uuid}",
            "pipeline.demo.data=false",
            // each command at once, as on a quiet day
            "pipeline.views-gather=0ms",
            // as the service does; Boot switches it off for tests
            "spring.test.metrics.export=true",
            "PIPELINE_DEMO_PASSWORD=" + Api.PASSWORD
        })
@ActiveProfiles("demo")
public @interface PipelineTest {}
