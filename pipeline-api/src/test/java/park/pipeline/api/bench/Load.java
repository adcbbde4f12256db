package park.pipeline.api.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** So many clients, each of which does one thing after the other for a while. */
final class Load {
    private static final long ROUND_NANOS = 3_000_000_000L;

    private Load() {}

    /**
     * How often they did it.
     *
     * @param client makes one of them
     * @return times a second, all together
     */
    static double perSecond(int clients, Callable<Runnable> client) throws Exception {
        List<Runnable> work = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            work.add(client.call());
        }
        long start = System.nanoTime();
        AtomicLong done = new AtomicLong();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> running = new ArrayList<>();
            for (Runnable one : work) {
                running.add(threads.submit(() -> {
                    while (System.nanoTime() - start < ROUND_NANOS) {
                        one.run();
                        done.incrementAndGet();
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        return done.get() * 1e9 / (System.nanoTime() - start);
    }

    /** The same work, counted. */
    static Runnable counted(Runnable work, AtomicLong count) {
        return () -> {
            work.run();
            count.incrementAndGet();
        };
    }
}
