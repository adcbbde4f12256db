package park.pipeline.api.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on a database of its own, which ends with the process. */
class ServiceInMemory implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    static final String PASSWORD = "demo password 演示";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            TestPropertyValues.of(
                            "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                            "pipeline.data-dir=" + Files.createTempDirectory("pipeline-security"),
                            "pipeline.demo.data=false",
                            FirstUsers.DEMO_PASSWORD + "=" + PASSWORD)
                    .applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
