package park.pipeline.api.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A bundle as a file: the entries that it must have and no others. Nothing of it is ever unpacked to a disk. */
final class BundleFile implements AutoCloseable {
    private static final Set<Entry> OF_LOG =
            EnumSet.of(Entry.README, Entry.CHECKPOINT, Entry.KEY, Entry.EVENTS, Entry.LEAVES);
    private static final Set<Entry> OF_PROJECT =
            EnumSet.of(Entry.README, Entry.CHECKPOINT, Entry.KEY, Entry.EVENTS, Entry.PROOFS);
    /** A checkpoint has a few hundred bytes. */
    private static final int SHORT = 10_000;

    private final ZipFile zip;
    private final Set<Entry> entries = EnumSet.noneOf(Entry.class);

    private BundleFile(ZipFile zip) {
        this.zip = zip;
    }

    /** @throws Refusal if it is no bundle */
    static BundleFile open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw Refusal.notChecked("no-zip", file, String.valueOf(e.getMessage()));
        }
        BundleFile bundle = new BundleFile(zip);
        try {
            bundle.readEntries();
        } catch (RuntimeException e) {
            zip.close();
            throw e;
        }
        return bundle;
    }

    private void readEntries() {
        Enumeration<? extends ZipEntry> found = zip.entries();
        while (found.hasMoreElements()) {
            String name = found.nextElement().getName();
            Entry known = named(name);
            if (!entries.add(known)) {
                throw Refusal.notChecked("double-entry", name);
            }
        }
        if (!entries.equals(OF_LOG) && !entries.equals(OF_PROJECT)) {
            throw Refusal.notChecked("missing-entry");
        }
    }

    private static Entry named(String name) {
        for (Entry entry : Entry.values()) {
            if (entry.file().equals(name)) {
                return entry;
            }
        }
        throw Refusal.notChecked("unknown-entry", name);
    }

    boolean isOfLog() {
        return entries.equals(OF_LOG);
    }

    /** A file that is read whole, since it is short. */
    String text(Entry entry) throws IOException {
        try (InputStream in = stream(entry)) {
            byte[] bytes = in.readNBytes(SHORT + 1);
            if (bytes.length > SHORT) {
                throw Refusal.notChecked("long-entry", entry.file());
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    Lines lines(Entry entry) throws IOException {
        return new Lines(stream(entry));
    }

    private InputStream stream(Entry entry) throws IOException {
        InputStream in = zip.getInputStream(zip.getEntry(entry.file()));
        if (in == null) {
            throw Refusal.notChecked("missing-entry");
        }
        return in;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
