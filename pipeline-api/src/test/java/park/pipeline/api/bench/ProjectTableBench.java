package park.pipeline.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import park.pipeline.api.Api;
import park.pipeline.api.PipelineTest;

/** How long the table of many projects takes, as a page and as a file: {@code -Dbench.projects}, 100,000 if nothing is said. */
@PipelineTest
class ProjectTableBench {
    private static final long SEED = 20261125;
    private static final int PROJECTS = Integer.getInteger("bench.projects", 100_000);
    private static final int PAGES = 30;
    private static final int FILES = 5;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void fileDatabase(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", FileDatabase::newUrl);
    }

    @Test
    void milliseconds_a_page_and_a_file() {
        Api api = Api.at(port);
        fill(api);
        String past = "asOf=" + LocalDate.of(2020, 6, 30);
        page(api, "first page", "/projects");
        page(api, "search", "/projects?q=%E9%A1%B9%E7%9B%AE123");
        page(api, "search that finds nothing", "/projects?q=nothing");
        page(api, "sorted by amount", "/projects?sort=INVESTMENT&dir=desc");
        page(api, "sorted by name", "/projects?sort=NAME");
        page(api, "one industry, red lights", "/projects?industry=LITHIUM&overdue=RED");
        page(api, "last page", "/projects?page=9999999");
        page(api, "first page of 2020-06-30", "/projects?" + past);
        page(api, "sorted by amount of 2020-06-30", "/projects?sort=INVESTMENT&dir=desc&" + past);
        file(api, "CSV", "/projects/export.csv");
        file(api, "Excel", "/projects/export.xlsx");
        file(api, "Excel, sorted by amount", "/projects/export.xlsx?sort=INVESTMENT&dir=desc");
        file(api, "CSV of 2020-06-30", "/projects/export.csv?" + past);
        file(api, "Excel of 2020-06-30", "/projects/export.xlsx?" + past);
    }

    private static void fill(Api api) {
        api.upload("/api/imports", new GeneratedPipeline(SEED).csv(PROJECTS));
        Awaitility.await()
                .atMost(Duration.ofMinutes(20))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> !api.get("/api/imports?limit=1").json().toString().contains("RUNNING"));
        Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> api.as("admin")
                        .get("/api/admin/views")
                        .json()
                        .path("items")
                        .valueStream()
                        .allMatch(v -> v.path("lagEvents").asLong() == 0));
    }

    private static void page(Api api, String what, String path) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < PAGES; i++) {
            long start = System.nanoTime();
            assertThat(api.get(path).status()).isEqualTo(200);
            millis.add((System.nanoTime() - start) / 1e6);
        }
        print(what, millis, "");
    }

    private static void file(Api api, String what, String path) {
        List<Double> millis = new ArrayList<>();
        int size = 0;
        long peak = 0;
        for (int i = 0; i < FILES; i++) {
            List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .toList();
            System.gc();
            long before = heap.stream().mapToLong(p -> p.getUsage().getUsed()).sum();
            heap.forEach(MemoryPoolMXBean::resetPeakUsage);
            long start = System.nanoTime();
            size = api.bytes(path).length;
            millis.add((System.nanoTime() - start) / 1e6);
            peak = Math.max(
                    peak,
                    heap.stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum() - before);
        }
        print(what, millis, String.format(", %.1f MB, heap grew by at most %,d MB", size / 1e6, peak >> 20));
    }

    private static void print(String what, List<Double> millis, String more) {
        System.out.printf(
                "bench projects: %s: %s ms%s, %d rounds, %,d projects, seed %d, %d cores, H2 file%n",
                what,
                Measured.of(millis),
                more,
                millis.size(),
                PROJECTS,
                SEED,
                Runtime.getRuntime().availableProcessors());
    }
}
