package park.pipeline.core.log;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The log as Axon's streaming processors read it: one message a {@link Commit}, its token the commit's position. News of
 * an append wakes whoever reads, so that a view does not wait for the next poll. Readers that have come to the end look again
 * after a pause at the earliest: what is appended meanwhile is taken in together, and where nothing was appended lately, news is
 * read at once.
 */
public final class CommitSource implements StreamableMessageSource<TrackedEventMessage<?>> {
    private final LogReader reader;
    private final Duration pause;
    private final RecentPages pages;
    private final List<CommitStream> open = new CopyOnWriteArrayList<>();

    /**
     * A source of as many streams as there are views.
     *
     * @param writer the writer of this process, whose appends are news
     * @param pause between two looks of a reader who had come to the end of the log
     */
    public CommitSource(LogReader reader, LogWriter writer, Duration pause) {
        this.reader = reader;
        this.pause = pause;
        this.pages = new RecentPages(reader);
        writer.onAppended(group -> wake());
    }

    /** Tells every reader that there may be more to read; also for news from another node. */
    public void wake() {
        open.forEach(CommitStream::wake);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        pages.forget();
        CommitStream stream = new CommitStream(pages, position(token), pause, open::remove);
        open.add(stream);
        return stream;
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reader.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        throw new UnsupportedOperationException("A view starts at the beginning of the log, not at " + instant);
    }

    static long position(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }
}
