package park.pipeline.api.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.TestPropertySource;
import park.pipeline.api.Api;
import park.pipeline.api.Leads;
import park.pipeline.api.PipelineTest;

/** One trace leads from a request to every view that takes its events in. */
@PipelineTest
@TestPropertySource(properties = {"management.tracing.export.enabled=true", "spring.test.tracing.export=true"})
class CommandTracesTest {
    @LocalServerPort
    int port;

    @Autowired
    Told told;

    /** Takes what would leave the machine. */
    static final class Told implements SpanExporter {
        private final Queue<SpanData> spans = new ConcurrentLinkedQueue<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> some) {
            spans.addAll(some);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    @TestConfiguration
    static class Exported {
        @Bean
        Told told() {
            return new Told();
        }
    }

    @Test
    void from_the_request_to_the_views() {
        new Leads(Api.at(port)).register("2023-01-05", 1_000_000L);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            SpanData request = told.spans.stream()
                    .filter(span -> span.getName().equals("http post /api/projects"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(names()));
            assertThat(told.spans.stream()
                            .filter(span -> span.getTraceId().equals(request.getTraceId()))
                            .map(SpanData::getName))
                    .contains("view project", "view funnel", "view history", "view stage");
        });
    }

    private List<String> names() {
        return told.spans.stream().map(SpanData::getName).toList();
    }
}
