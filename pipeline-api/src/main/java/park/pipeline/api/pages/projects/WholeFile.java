package park.pipeline.api.pages.projects;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that goes out once it is whole. An answer that has begun cannot turn into an error any more: a spreadsheet with
 * half of the projects would look like one with all. And whoever takes it slowly holds no snapshot of the database.
 */
final class WholeFile implements AutoCloseable {
    /** Writes the file, row by row; it is never in memory as a whole. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private final Path path;

    private WholeFile(Path path) {
        this.path = path;
    }

    /** @throws IOException if there is no room on the disk, as for anything that the content throws; nothing stays behind */
    static WholeFile of(Content content) throws IOException {
        return in(Path.of(System.getProperty("java.io.tmpdir")), content);
    }

    static WholeFile in(Path folder, Content content) throws IOException {
        WholeFile file = new WholeFile(Files.createTempFile(folder, "pipeline-export", null));
        boolean whole = false;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file.path))) {
            content.writeTo(out);
            out.flush();
            whole = true;
        } finally {
            if (!whole) {
                file.close();
            }
        }
        return file;
    }

    void send(HttpServletResponse response) throws IOException {
        response.setContentLengthLong(Files.size(path));
        Files.copy(path, response.getOutputStream());
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
