package park.pipeline.api.node;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import park.pipeline.api.wiring.Background;
import park.pipeline.core.log.CommitSource;
import park.pipeline.core.log.LogDialect;
import park.pipeline.core.log.LogReader;
import park.pipeline.core.log.LogUnavailable;
import park.pipeline.core.log.LogWriter;
import park.pipeline.projections.view.ViewPositions;

/**
 * Hears of what other nodes append ({@code LISTEN}), and wakes whoever waits for the log. News that is lost is no matter:
 * whoever waits also looks by himself.
 */
@Component
class NewsOfOthers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(NewsOfOthers.class);
    /** How long it listens before it looks whether it must stop. */
    private static final int LISTEN_MS = 500;

    /** So often it asks whether the other end still hears it: a line that was cut in silence gives no news either. */
    private static final long ASK_AGAIN_NANOS = Duration.ofSeconds(5).toNanos();

    private static final int ANSWER_WITHIN_S = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DataSource dataSource;
    private final LogDialect dialect;
    private final LogWriter writer;
    private final LogReader reader;
    private final CommitSource log;
    private final ViewPositions positions;
    private final Background listening = new Background("news", this::hear, Duration.ofSeconds(1));

    NewsOfOthers(
            DataSource dataSource,
            LogDialect dialect,
            LogWriter writer,
            LogReader reader,
            CommitSource log,
            ViewPositions positions) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.writer = writer;
        this.reader = reader;
        this.log = log;
        this.positions = positions;
    }

    @Override
    public void start() {
        if (dialect.isShared()) {
            listening.start();
        }
    }

    /** Until the service stops, or the connection breaks. */
    private void hear() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("listen " + LogDialect.CHANNEL);
            try {
                // what came before is not told, nor what came while nobody listened
                heard(reader.head());
                listen(connection);
            } finally {
                statement.execute("unlisten " + LogDialect.CHANNEL);
            }
        } catch (SQLException | LogUnavailable e) {
            LOG.warn("No news of other nodes just now: {}", e.getMessage());
        }
    }

    private void listen(Connection connection) throws SQLException {
        PGConnection news = connection.unwrap(PGConnection.class);
        long asked = System.nanoTime();
        while (!listening.isStopping()) {
            PGNotification[] told = news.getNotifications(LISTEN_MS);
            if (told.length > 0) {
                heard(Long.parseLong(told[told.length - 1].getParameter()));
            }
            if (System.nanoTime() - asked > ASK_AGAIN_NANOS) {
                if (!connection.isValid(ANSWER_WITHIN_S)) {
                    throw new SQLException("the database does not answer");
                }
                asked = System.nanoTime();
            }
        }
    }

    private void heard(long position) {
        writer.heard(position);
        log.wake();
        positions.moved();
    }

    @Override
    public void stop() {
        listening.stop(PATIENCE);
    }

    @Override
    public boolean isRunning() {
        return listening.isRunning();
    }
}
