package park.pipeline.api.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import park.pipeline.api.imports.row.ReadRow;
import park.pipeline.api.imports.row.RowError;
import park.pipeline.api.imports.row.RowReader;
import park.pipeline.api.imports.row.RowRules;
import park.pipeline.api.imports.row.SoundRow;
import park.pipeline.api.imports.table.Row;
import park.pipeline.core.project.Claim;
import park.pipeline.core.project.Refused;

/**
 * Goes through the rows in their order, from one thread. Rows wait in a window until it is settled; no two in it touch
 * the same claim, so that of two equal rows the first wins and the second sees it.
 */
final class ImportRun {
    /** Rows between two settlements: half of the log's largest group, so that other commands find room beside them. */
    static final int WINDOW = 256;

    private final RowReader reader;
    private final RowSink sink;
    private final LocalDate today;
    private final ImportProgress progress;
    private final Set<Claim> waiting = new HashSet<>();
    private final List<RowError> errors = new ArrayList<>();
    private ImportCounts counts = ImportCounts.NONE;

    ImportRun(RowReader reader, RowSink sink, LocalDate today, ImportProgress progress) {
        this.reader = reader;
        this.sink = sink;
        this.today = today;
        this.progress = progress;
    }

    /**
     * Takes all rows.
     *
     * @param stopped asked at each window
     * @throws ImportStopped if it is answered with yes
     * @throws RuntimeException as the sink throws; what was handed over until then is settled first
     */
    void run(Iterator<Row> rows, BooleanSupplier stopped) {
        try {
            int inWindow = 0;
            while (rows.hasNext()) {
                if (inWindow == 0 && stopped.getAsBoolean()) {
                    throw new ImportStopped();
                }
                take(rows.next());
                inWindow = (inWindow + 1) % WINDOW;
                if (inWindow == 0) {
                    settle();
                }
            }
            settle();
        } catch (RuntimeException e) {
            settleDespite(e);
            throw e;
        }
    }

    private void take(Row row) {
        ReadRow read = reader.read(row);
        SoundRow sound = read.sound();
        RowSink.Holder before = sound == null ? null : settledHolder(sound.reference());
        // Before any rule: what was imported once may no longer pass, such as the day that stood for a month under way.
        if (sound != null && isImported(sound, before)) {
            counts = counts.plusUnchanged();
            return;
        }
        List<RowError> found = RowRules.errors(read, today);
        if (sound != null && found.isEmpty()) {
            add(sound, before);
        } else {
            reject(found);
        }
    }

    private void add(SoundRow row, RowSink.@Nullable Holder ofReference) {
        Set<Claim> claims = RowRules.claims(row, today);
        List<RowError> taken = new ArrayList<>();
        for (Claim claim : claims) {
            RowSink.Holder holder = claim.equals(row.reference()) ? ofReference : settledHolder(claim);
            if (holder != null) {
                taken.add(RowRules.taken(row, claim.kind(), holder.project()));
            }
        }
        if (taken.isEmpty()) {
            sink.add(row, claims);
            waiting.addAll(claims);
        } else {
            reject(taken);
        }
    }

    private RowSink.@Nullable Holder settledHolder(Claim claim) {
        if (waiting.contains(claim)) {
            settle();
        }
        return sink.holder(claim);
    }

    private static boolean isImported(SoundRow row, RowSink.@Nullable Holder holder) {
        return holder != null && row.content().equals(holder.content());
    }

    private void settle() {
        RuntimeException failure = null;
        waiting.clear();
        for (RowSink.Outcome outcome : sink.settle()) {
            RuntimeException why = outcome.failure();
            if (why == null) {
                counts = counts.plusAccepted();
            } else if (why instanceof Refused refused) {
                lostRace(outcome.row(), refused);
            } else {
                failure = why;
            }
        }
        errors.sort(Comparator.comparingInt(RowError::row));
        progress.save(counts, errors);
        errors.clear();
        if (failure != null) {
            throw failure;
        }
    }

    /** Somebody else took what the row claims since it was looked up: another node the same file, or a command. */
    private void lostRace(SoundRow row, Refused refused) {
        if (isImported(row, sink.holder(row.reference()))) {
            counts = counts.plusUnchanged();
        } else {
            reject(List.of(RowRules.taken(row, refused)));
        }
    }

    private void reject(List<RowError> found) {
        counts = counts.plusRejected();
        errors.addAll(found);
    }

    private void settleDespite(RuntimeException cause) {
        try {
            settle();
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }
}
