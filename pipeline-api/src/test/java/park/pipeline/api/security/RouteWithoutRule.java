package park.pipeline.api.security;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A route that somebody adds one day without a thought for who may take it. */
@TestComponent
@RestController
class RouteWithoutRule {
    static final String PATH = "/forgotten";

    @GetMapping(PATH)
    String answer() {
        return "a secret";
    }
}
