package park.pipeline.api.pages;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import park.pipeline.api.PipelineTest;

/**
 * People with browsers: the whole service on an empty log, and headless Chromium. A test takes {@link Visitors}. Where
 * there is no Chromium these tests are skipped, unless the environment says {@code BROWSER_TESTS=required}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@PipelineTest
@ExtendWith({ChromiumIsThere.class, Browsers.class})
public @interface BrowserTest {}
