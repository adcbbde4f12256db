package park.pipeline.api.bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import park.pipeline.core.seal.Checkpoint;
import park.pipeline.core.seal.Frontier;
import park.pipeline.core.seal.Hash;

/**
 * Checks a bundle of the whole log: first that the hashes of the lines lead to the signed root, so that they are genuine,
 * then each line against its hash. So the first line that is wrong is known, and not only that something is.
 */
final class LogCheck {
    private final BundleFile bundle;
    private final Checkpoint checkpoint;
    private final List<Checkpoint> older;

    /** @param older checkpoints that were kept elsewhere, their signatures checked */
    LogCheck(BundleFile bundle, Checkpoint checkpoint, List<Checkpoint> older) {
        this.bundle = bundle;
        this.checkpoint = checkpoint;
        this.older = older;
    }

    /** @throws Refusal if something is wrong: the first thing that is */
    Proven run() throws IOException {
        checkLeaves();
        return checkLines();
    }

    private void checkLeaves() throws IOException {
        List<Checkpoint> due = new ArrayList<>(older);
        due.sort(Comparator.comparingLong(Checkpoint::size));
        Frontier frontier = Frontier.empty();
        try (Lines leaves = bundle.lines(Entry.LEAVES)) {
            checkOlder(due, frontier);
            for (byte[] line = leaves.next(); line != null; line = leaves.next()) {
                frontier.add(leaf(line, frontier.size() + 1));
                checkOlder(due, frontier);
            }
        }
        if (!due.isEmpty()) {
            throw Refusal.notProven("older-is-larger", due.getFirst().size(), frontier.size());
        }
        if (frontier.size() != checkpoint.size() || !frontier.root().equals(checkpoint.root())) {
            throw Refusal.notProven("other-root", checkpoint.size(), frontier.size());
        }
    }

    private static void checkOlder(List<Checkpoint> due, Frontier frontier) {
        while (!due.isEmpty() && due.getFirst().size() == frontier.size()) {
            if (!due.removeFirst().root().equals(frontier.root())) {
                throw Refusal.notProven("older-differs", frontier.size());
            }
        }
    }

    private static Hash leaf(byte[] line, long position) {
        try {
            return Hash.of(Base64.getDecoder().decode(line));
        } catch (IllegalArgumentException e) {
            throw Refusal.notProven("no-hash", Entry.LEAVES.file(), position);
        }
    }

    private Proven checkLines() throws IOException {
        long position = 0;
        String recordedAt = "";
        try (Lines events = bundle.lines(Entry.EVENTS);
                Lines leaves = bundle.lines(Entry.LEAVES)) {
            for (byte[] line = events.next(); line != null; line = events.next()) {
                position++;
                EventLine event = EventLine.read(line, position);
                byte[] leaf = leaves.next();
                if (event.position() != position) {
                    throw Refusal.notProven("wrong-position", position, event.position());
                }
                if (leaf == null) {
                    throw Refusal.notProven("too-many", checkpoint.size());
                }
                if (!event.leaf().base64().equals(new String(leaf, StandardCharsets.US_ASCII))) {
                    throw Refusal.notProven("altered", position);
                }
                recordedAt = event.recordedAt();
            }
        }
        if (position != checkpoint.size()) {
            throw Refusal.notProven("cut-off", position + 1, checkpoint.size());
        }
        return new Proven("proven-log", position, checkpoint, recordedAt, "");
    }
}
