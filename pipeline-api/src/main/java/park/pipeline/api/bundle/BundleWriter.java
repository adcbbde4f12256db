package park.pipeline.api.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import park.pipeline.core.log.LogLine;
import park.pipeline.core.log.LogLines;
import park.pipeline.core.seal.Hash;
import park.pipeline.core.seal.SealedTree;
import park.pipeline.core.seal.VerifierKey;

/** Writes bundles, a page of the log at a time. What is not sealed yet is not in them. */
@Component
class BundleWriter {
    private static final int PAGE = 1_000;

    private final SealedTree tree;
    private final LogLines lines;

    BundleWriter(SealedTree tree, LogLines lines) {
        this.tree = tree;
        this.lines = lines;
    }

    /** The whole log up to a checkpoint. */
    void writeLog(SealedTree.Stored checkpoint, VerifierKey key, OutputStream out) throws IOException {
        try (ZipOutputStream zip = open(out, checkpoint, key, "log")) {
            begin(zip, Entry.EVENTS);
            long after = 0;
            List<LogLine> page = lines.after(0, checkpoint.size(), PAGE);
            while (!page.isEmpty()) {
                for (LogLine line : page) {
                    line(zip, line.bytes());
                }
                after = page.getLast().position();
                page = lines.after(after, checkpoint.size(), PAGE);
            }
            begin(zip, Entry.LEAVES);
            for (long from = 0; from < checkpoint.size(); from += PAGE) {
                for (Hash leaf : tree.leaves(from, Math.min(from + PAGE, checkpoint.size()))) {
                    line(zip, leaf.base64().getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
    }

    /** The sealed lines of one project; none where the log does not know it, or nothing of it is sealed yet. */
    List<LogLine> ofProject(UUID projectId, SealedTree.Stored checkpoint) {
        return lines.of(projectId, checkpoint.size());
    }

    /** These lines of one project, each with its path in the tree of the checkpoint. */
    void writeProject(List<LogLine> ofProject, SealedTree.Stored checkpoint, VerifierKey key, OutputStream out)
            throws IOException {
        try (ZipOutputStream zip = open(out, checkpoint, key, "project")) {
            begin(zip, Entry.EVENTS);
            for (LogLine line : ofProject) {
                line(zip, line.bytes());
            }
            begin(zip, Entry.PROOFS);
            for (LogLine line : ofProject) {
                long leaf = line.position() - 1;
                line(zip, new LeafPath(leaf, tree.inclusion(leaf, checkpoint.size())).json());
            }
        }
    }

    private static ZipOutputStream open(OutputStream out, SealedTree.Stored checkpoint, VerifierKey key, String what)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        begin(zip, Entry.README);
        zip.write(readme(what));
        begin(zip, Entry.CHECKPOINT);
        zip.write(checkpoint.note().getBytes(StandardCharsets.UTF_8));
        begin(zip, Entry.KEY);
        line(zip, key.toString().getBytes(StandardCharsets.UTF_8));
        return zip;
    }

    private static byte[] readme(String what) {
        try (InputStream text = BundleWriter.class.getResourceAsStream("/bundle/" + what + ".txt")) {
            if (text == null) {
                throw new IllegalStateException("There is no README for a bundle of a " + what);
            }
            return text.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void begin(ZipOutputStream zip, Entry entry) throws IOException {
        zip.putNextEntry(new ZipEntry(entry.file()));
    }

    private static void line(ZipOutputStream zip, byte[] bytes) throws IOException {
        zip.write(bytes);
        zip.write('\n');
    }
}
