package park.pipeline.api.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Benches run on the H2 file database, as the service does if nothing else is set. */
final class FileDatabase {
    private FileDatabase() {}

    static String newUrl() {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "bench");
            return "jdbc:h2:file:" + folder.toAbsolutePath() + "/pipeline;WRITE_DELAY=0;QUERY_CACHE_SIZE=128";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
