package park.pipeline.api.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import park.pipeline.api.Api;
import park.pipeline.api.Api.Answer;
import tools.jackson.databind.JsonNode;

/** 3,209 real energy projects with their real dates, gaps and errors; source and licence in {@code imports/README.md}. */
public final class RealPipeline {
    private RealPipeline() {}

    /** Imports them all, and returns the finished import once every view has taken it in. */
    public static JsonNode importInto(Api api) {
        Answer started = api.upload("/api/imports", csv());
        JsonNode done = Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(
                        () -> api.get(started.header("Location")).json(),
                        job -> !job.path("status").asString().equals("RUNNING"));
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> api.as("admin").get("/api/admin/views").json().path("items"), views -> {
                    long lag = 0;
                    for (JsonNode view : views) {
                        lag += view.path("lagEvents").asLong();
                    }
                    return lag == 0;
                });
        return done;
    }

    private static byte[] csv() {
        try (InputStream packed = Objects.requireNonNull(
                        RealPipeline.class.getResourceAsStream("/imports/repd-2021q2-odd.csv.gz"));
                InputStream csv = new GZIPInputStream(packed)) {
            return csv.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
