package park.pipeline.api.bench;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;

/**
 * Until the compiler rests. A service that runs for days is compiled; in its first minutes a command takes six times as long,
 * and on two cores the compiler takes a third of the machine beside it.
 */
final class Warm {
    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();
    /** Of the time of so many rounds: what is compiled last, is the most: after the first quiet round the speed still doubles. */
    private static final double AT_REST = 0.05;

    private static final int ROUNDS = 10;

    private static final Duration AT_MOST = Duration.ofMinutes(8);

    private Warm() {}

    /** Repeats a round of some seconds of the work that is to be measured, in this process. */
    static void up(Callable<?> round) throws Exception {
        long began = System.nanoTime();
        Deque<Double> shares = new ArrayDeque<>();
        double share;
        do {
            long start = System.nanoTime();
            long compiled = COMPILER.getTotalCompilationTime();
            round.call();
            double millis = (System.nanoTime() - start) / 1e6;
            shares.addLast((COMPILER.getTotalCompilationTime() - compiled) / millis);
            if (shares.size() > ROUNDS) {
                shares.removeFirst();
            }
            share = shares.stream().mapToDouble(s -> s).average().orElseThrow();
        } while ((shares.size() < ROUNDS || share > AT_REST) && System.nanoTime() - began < AT_MOST.toNanos());
        System.out.printf(
                "bench warm: after %d s the compiler takes %.0f per cent of a core%n",
                (System.nanoTime() - began) / 1_000_000_000, share * 100);
    }
}
