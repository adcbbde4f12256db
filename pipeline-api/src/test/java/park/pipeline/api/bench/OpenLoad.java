package park.pipeline.api.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import park.pipeline.api.Api;

/**
 * Requests that come at their time whether or not the answers keep pace, so that who waits in line is counted as waiting: from
 * when a request was due until its answer is there whole.
 */
final class OpenLoad {
    private final String address;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String authorization;

    OpenLoad(String address) {
        this.address = address;
        authorization = "Basic " + Base64.getEncoder().encodeToString(("promoter:" + Api.PASSWORD).getBytes());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", authorization);
    }

    /**
     * Sends so many a second for a while.
     *
     * @return the milliseconds of each
     */
    List<Double> of(int aSecond, Duration duration, Supplier<HttpRequest> next) {
        int requests = (int) (aSecond * duration.toMillis() / 1_000);
        List<CompletableFuture<Double>> answers = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < requests; i++) {
            long due = start + i * 1_000_000_000L / aSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            answers.add(client.sendAsync(next.get(), BodyHandlers.ofString()).thenApply(answer -> {
                double millis = (System.nanoTime() - due) / 1e6;
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(answer + " " + answer.body());
                }
                return millis;
            }));
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    /** One request, and its answer. */
    HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, BodyHandlers.ofString());
    }
}
