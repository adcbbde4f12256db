package park.pipeline.core.log;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds up whoever passes until it is opened, and tells when somebody stands before it. */
final class Gate implements Intercepted.Step {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    @Override
    public void around(Intercepted.Call real) throws SQLException {
        reached.countDown();
        await(open);
        real.proceed();
    }

    void awaitSomebody() {
        await(reached);
    }

    void open() {
        open.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Waited for 30 s at a gate");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
