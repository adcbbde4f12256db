package park.pipeline.projections.view;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Which views stand still, and why: those of this process, and those that another one feeds. */
public final class ViewStops {
    /**
     * Why a view does not go on.
     *
     * @param position the first event of the batch that it could not take; 0 where the log could not be read
     * @param cause in one line
     */
    public record Stop(long position, String cause) {}

    /** @param end the last event of the batch: who has it was not held up by the stop, or has got over it */
    private record Stopped(Stop stop, long end) {}

    private final ToLongFunction<String> position;
    private final Map<String, Stopped> stops = new ConcurrentHashMap<>();
    private final Map<String, Stop> unreadable = new ConcurrentHashMap<>();
    private volatile Map<String, Stop> elsewhere = Map.of();

    /** @param position of a view, by its name */
    ViewStops(ToLongFunction<String> position) {
        this.position = position;
    }

    /** Why the view has stopped; null while it runs. Where it has stopped here and another node has gone on, it runs. */
    public @Nullable Stop of(String view) {
        Stop here = here(view);
        return here == null ? elsewhere(view) : here;
    }

    /** Told a moment ago: where the view has taken in what it stood before, it has gone on since. */
    private @Nullable Stop elsewhere(String view) {
        Stop told = elsewhere.get(view);
        boolean over = told != null && told.position() > 0 && position.applyAsLong(view) >= told.position();
        return over ? null : told;
    }

    private @Nullable Stop here(String view) {
        Stopped stopped = stops.get(view);
        if (stopped != null && position.applyAsLong(view) >= stopped.end()) {
            stops.remove(view, stopped);
            stopped = null;
        }
        return stopped == null ? unreadable.get(view) : stopped.stop();
    }

    /** What stands still in this process, by the names of the views. */
    public Map<String, Stop> here() {
        Map<String, Stop> found = new HashMap<>(unreadable);
        for (String view : stops.keySet()) {
            Stop stop = here(view);
            if (stop != null) {
                found.put(view, stop);
            }
        }
        return found;
    }

    /** Takes note of what stands still in other processes. */
    public void elsewhere(Map<String, Stop> found) {
        Map<String, Stop> before = elsewhere;
        Map<String, Stop> now = new HashMap<>(found);
        // the same stop stays the same object: whoever waits for its end must not take the next look for it
        now.replaceAll((view, stop) -> stop.equals(before.get(view)) ? before.getOrDefault(view, stop) : stop);
        elsewhere = now;
    }

    /** This process feeds the view no longer. */
    public void forget(String view) {
        stops.remove(view);
        unreadable.remove(view);
    }

    void stopped(String view, long first, long last, RuntimeException cause) {
        stops.put(view, new Stopped(new Stop(first, oneLine(cause)), last));
    }

    /** The log behind the view's position cannot be read. */
    void unreadable(String view, RuntimeException cause) {
        unreadable.put(view, new Stop(0, oneLine(cause)));
    }

    void readable(String view) {
        unreadable.remove(view);
    }

    void recovered(String view) {
        stops.remove(view);
    }

    private static String oneLine(Throwable failure) {
        StringBuilder line = new StringBuilder();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            line.append(line.isEmpty() ? "" : " ← ")
                    .append(t.getClass().getSimpleName())
                    .append(": ")
                    .append(t.getMessage());
        }
        return line.toString();
    }
}
