package park.pipeline.api.bundle;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import park.pipeline.core.seal.Checkpoint;
import park.pipeline.core.seal.VerifierKey;

/**
 * {@code verify <bundle.zip> --key <verifier key>}: checks a bundle with nothing but this program, no database and no network.
 * The exit code is 0 where all is proven, 1 where something is not, and 2 where nothing could be checked.
 */
public final class VerifyCommand {
    /** The first argument that calls for it. */
    public static final String NAME = "verify";

    private static final int PROVEN = 0;
    private static final int LONGEST_FILE = 10_000;

    private final PrintStream out;
    private @Nullable Path file;
    private @Nullable String key;
    private final List<String> kept = new ArrayList<>();
    private Locale locale;

    /** @param locale Chinese, or else English is spoken; {@code --lang} says otherwise */
    public VerifyCommand(PrintStream out, Locale locale) {
        this.out = out;
        this.locale = locale;
    }

    /** @return the exit code */
    public int run(String... arguments) {
        try {
            read(arguments);
            Proven proven = check();
            say("proven");
            say(
                    proven.code(),
                    Long.toString(proven.events()),
                    Long.toString(proven.checkpoint().size()),
                    proven.checkpoint().root().base64(),
                    proven.checkpoint().origin(),
                    proven.recordedAt(),
                    proven.project());
            return PROVEN;
        } catch (Refusal refusal) {
            say(refusal.exitCode() == Refusal.NOT_PROVEN ? "not-proven" : "not-checked");
            say(refusal.code(), refusal.values());
            return refusal.exitCode();
        } catch (IOException e) {
            say("not-checked");
            say("unreadable", e.getMessage() == null ? e.toString() : e.getMessage());
            return Refusal.NOT_CHECKED;
        }
    }

    private void read(String... arguments) throws IOException {
        List<String> rest = new ArrayList<>(List.of(arguments));
        List<String> unclear = new ArrayList<>();
        while (!rest.isEmpty()) {
            String argument = rest.removeFirst();
            String value = argument.startsWith("--") && !rest.isEmpty() ? rest.removeFirst() : null;
            switch (argument) {
                case "--key" -> key = value;
                case "--lang" -> locale = Locale.of(String.valueOf(value));
                case "--checkpoint" -> kept.add(String.valueOf(value));
                default -> {
                    if (argument.startsWith("--") || file != null) {
                        unclear.add(argument);
                    }
                    file = path(argument);
                }
            }
        }
        if (file == null || key == null || !unclear.isEmpty()) {
            throw Refusal.notChecked("usage", String.join(" ", unclear));
        }
    }

    private Proven check() throws IOException {
        if (file == null || key == null) {
            throw Refusal.notChecked("usage", "");
        }
        VerifierKey verifier = verifier(key);
        try (BundleFile bundle = BundleFile.open(file)) {
            Checkpoint checkpoint = open(bundle.text(Entry.CHECKPOINT), verifier, Entry.CHECKPOINT.file());
            List<Checkpoint> older = new ArrayList<>();
            for (String note : kept) {
                older.add(open(Files.readString(small(path(note))), verifier, note));
            }
            if (bundle.isOfLog()) {
                return new LogCheck(bundle, checkpoint, older).run();
            }
            if (!older.isEmpty()) {
                throw Refusal.notChecked("older-needs-log");
            }
            return new ProjectCheck(bundle, checkpoint).run();
        }
    }

    private static Checkpoint open(String note, VerifierKey key, String file) {
        Checkpoint checkpoint = Checkpoint.open(note.stripTrailing() + "\n", key);
        if (checkpoint == null || !checkpoint.origin().equals(key.name())) {
            throw Refusal.notProven("not-signed", file, key.toString());
        }
        return checkpoint;
    }

    /** The key itself, or a file that holds it. */
    private static VerifierKey verifier(String given) throws IOException {
        String text = given;
        if (!given.contains("+") || Files.exists(path(given))) {
            text = Files.readString(small(path(given)));
        }
        try {
            return VerifierKey.parse(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notChecked("no-key", text.strip());
        }
    }

    private static Path small(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_FILE) {
            throw Refusal.notChecked("no-file", file);
        }
        return file;
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw Refusal.notChecked("no-file", text);
        }
    }

    private void say(String code, Object... values) {
        boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        ResourceBundle words = ResourceBundle.getBundle(
                "verify",
                chinese ? Locale.CHINESE : Locale.ENGLISH,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        // Numbers as they are: a position is looked up, not read.
        Object[] texts = Stream.of(values).map(String::valueOf).toArray();
        out.println(new MessageFormat(words.getString(code), Locale.ROOT).format(texts));
    }
}
