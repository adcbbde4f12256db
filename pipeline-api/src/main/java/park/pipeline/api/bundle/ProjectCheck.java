package park.pipeline.api.bundle;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.seal.Checkpoint;
import park.pipeline.core.seal.Proofs;

/** Checks a bundle of one project: each line by its path to the signed root, and that none is missing before the last. */
final class ProjectCheck {
    private final BundleFile bundle;
    private final Checkpoint checkpoint;

    ProjectCheck(BundleFile bundle, Checkpoint checkpoint) {
        this.bundle = bundle;
        this.checkpoint = checkpoint;
    }

    /** @throws Refusal if something is wrong: the first thing that is */
    Proven run() throws IOException {
        long sequence = 0;
        String project = "";
        String recordedAt = "";
        try (Lines events = bundle.lines(Entry.EVENTS);
                Lines proofs = bundle.lines(Entry.PROOFS)) {
            for (byte[] line = events.next(); line != null; line = events.next()) {
                sequence++;
                EventLine event = EventLine.read(line, sequence);
                project = sequence == 1 ? event.projectId() : project;
                if (event.sequence() != sequence || !event.projectId().equals(project)) {
                    throw Refusal.notProven("wrong-sequence", sequence, event.position());
                }
                checkPath(event, proofs.next());
                recordedAt = event.recordedAt();
            }
            if (sequence == 0 || proofs.next() != null) {
                throw Refusal.notProven("project-cut-off", sequence + 1);
            }
        }
        return new Proven("proven-project", sequence, checkpoint, recordedAt, project);
    }

    private void checkPath(EventLine event, byte @Nullable [] proof) {
        if (proof == null) {
            throw Refusal.notProven("no-proof", event.position());
        }
        LeafPath path;
        try {
            path = LeafPath.read(proof);
        } catch (IllegalArgumentException e) {
            throw Refusal.notProven("no-hash", Entry.PROOFS.file(), event.sequence());
        }
        boolean proven = path.leafIndex() == event.position() - 1
                && Proofs.includes(event.leaf(), path.leafIndex(), checkpoint.size(), path.hashes(), checkpoint.root());
        if (!proven) {
            throw Refusal.notProven("altered", event.position());
        }
    }
}
