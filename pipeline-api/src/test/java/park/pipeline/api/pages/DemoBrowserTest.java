package park.pipeline.api.pages;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import park.pipeline.api.Api;

/** The same as {@link BrowserTest} on a log that holds the demo. Such tests only look, for all share one service. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
            "pipeline.data-dir=target/test-data/${random.uuid}",
            "PIPELINE_DEMO_PASSWORD=" + Api.PASSWORD
        })
@ActiveProfiles("demo")
@ExtendWith({ChromiumIsThere.class, Browsers.class})
public @interface DemoBrowserTest {}
