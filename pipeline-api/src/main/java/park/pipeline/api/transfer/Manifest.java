package park.pipeline.api.transfer;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the file holds, written last.
 *
 * @param format of the file; another one is not read
 * @param schema the newest step of the database's schema: both sides must have come to it
 * @param origin the name under which the log is sealed
 * @param verifierKey of the seal; null where the key was not in the data folder
 * @param tables by name
 */
record Manifest(
        int format,
        String schema,
        String origin,
        @Nullable String verifierKey,
        Map<String, RowDigest.TableSum> tables) {
    static final int FORMAT = 1;
    static final String FILE = "manifest.json";

    /** What the log held. */
    RowDigest.TableSum log() {
        return tables.getOrDefault("event_log", new RowDigest().sum());
    }

    static String file(String table) {
        return table + ".ndjson";
    }
}
