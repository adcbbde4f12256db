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

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DataSource dataSource;
    private final LogDialect dialect;
    private final LogWriter writer;
    private final CommitSource log;
    private final ViewPositions positions;
    private final Background listening = new Background("news", this::hear, Duration.ofSeconds(1));

    NewsOfOthers(
            DataSource dataSource, LogDialect dialect, LogWriter writer, CommitSource log, ViewPositions positions) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.writer = writer;
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
            PGConnection news = connection.unwrap(PGConnection.class);
            try {
                while (!listening.isStopping()) {
                    tell(news.getNotifications(LISTEN_MS));
                }
            } finally {
                statement.execute("unlisten " + LogDialect.CHANNEL);
            }
        } catch (SQLException e) {
            LOG.warn("No news of other nodes just now: {}", e.getMessage());
        }
    }

    private void tell(PGNotification[] news) {
        if (news.length > 0) {
            writer.heard(Long.parseLong(news[news.length - 1].getParameter()));
            log.wake();
            positions.moved();
        }
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
