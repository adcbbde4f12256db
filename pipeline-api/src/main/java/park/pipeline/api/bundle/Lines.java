package park.pipeline.api.bundle;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a file of a bundle, one at a time and none longer than any of ours could be. */
final class Lines implements AutoCloseable {
    /** A command's body has 1 MiB at the most; escaped, its event can be longer. */
    static final int LONGEST = 8 << 20;

    private final InputStream in;
    private long number;

    Lines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** The next line without its newline; null behind the last. */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        int next = in.read();
        if (next < 0) {
            return null;
        }
        number++;
        while (next != '\n') {
            if (next < 0 || line.size() == LONGEST) {
                throw Refusal.notChecked(next < 0 ? "cut-line" : "long-line", number);
            }
            line.write(next);
            next = in.read();
        }
        return line.toByteArray();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
