package park.pipeline.core.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C2SP signed-note and tlog-checkpoint, with the vector of Go's golang.org/x/mod/sumdb/note; and the key's file. */
class SignedNoteTest {
    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String TEXT = "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n";
    private static final String SIGNATURE =
            "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final Hash ROOT = Hash.leaf(new byte[] {1, 2, 3});

    @TempDir
    Path folder;

    @Test
    void the_note_of_the_reference_is_opened_by_its_key() {
        VerifierKey key = VerifierKey.parse(PETER);

        assertThat(key).hasToString(PETER);
        assertThat(SignedNote.open(TEXT + "\n" + SIGNATURE, key)).isEqualTo(TEXT);
    }

    @Test
    void a_note_in_which_anything_was_changed_is_not_opened() {
        VerifierKey key = VerifierKey.parse(PETER);

        assertThat(SignedNote.open(TEXT.replace("answer", "Answer") + "\n" + SIGNATURE, key))
                .isNull();
        assertThat(SignedNote.open(TEXT + "\n" + SIGNATURE.replace("x08go/Z", "x08go/Y"), key))
                .isNull();
        assertThat(SignedNote.open(TEXT + "\n" + SIGNATURE.replace("PeterNeumann", "EnochRoot"), key))
                .isNull();
        assertThat(SignedNote.open(TEXT, key)).isNull();
        assertThat(SignedNote.open("", key)).isNull();
    }

    @Test
    void a_signature_of_somebody_else_beside_ours_does_no_harm() {
        String other =
                "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

        assertThat(SignedNote.open(TEXT + "\n" + other + SIGNATURE, VerifierKey.parse(PETER)))
                .isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PeterNeumann",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10",
                "PeterNeumann+c74f20a3+!!!!"
            })
    void what_is_no_key_is_refused(String text) {
        assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_checkpoint_is_opened_by_the_key_that_signed_it_and_by_no_other() throws IOException {
        SealKey key = SealKey.in(folder, "park.example/log");
        Checkpoint checkpoint = new Checkpoint("park.example/log", 42, ROOT);
        String note = key.sign(checkpoint);

        assertThat(note).startsWith("park.example/log\n42\n" + ROOT.base64() + "\n\n— park.example/log ");
        assertThat(Checkpoint.open(note, VerifierKey.parse(key.verifier().toString())))
                .isEqualTo(checkpoint);
        SealKey other = SealKey.in(folder.resolve("other"), "park.example/log");
        assertThat(Checkpoint.open(note, other.verifier())).isNull();
    }

    @Test
    void the_key_is_made_once_and_only_its_owner_may_read_it() throws IOException {
        SealKey made = SealKey.in(folder, "park.example/log");
        SealKey read = SealKey.in(folder, "another/origin");

        assertThat(read.verifier()).hasToString(made.verifier().toString());
        Path file = folder.resolve("seal-key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.toFile().list()).containsExactly("seal-key");
    }

    @Test
    void a_file_that_holds_no_key_or_two_halves_is_refused() throws IOException {
        SealKey.in(folder, "a/log");
        SealKey.in(folder.resolve("b"), "b/log");
        Path file = folder.resolve("seal-key");
        List<String> other = Files.readAllLines(folder.resolve("b").resolve("seal-key"));
        Files.write(file, List.of(Files.readAllLines(file).getFirst(), other.get(1)));
        assertThatThrownBy(() -> SealKey.in(folder, "a/log")).isInstanceOf(IOException.class);

        Files.writeString(file, "");
        assertThatThrownBy(() -> SealKey.in(folder, "a/log")).isInstanceOf(IOException.class);
    }
}
