package park.pipeline.core.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/**
 * The key that signs checkpoints. It lives in a file that only its owner may read and never in the database, so that who
 * can rewrite the one cannot sign for the other.
 */
public final class SealKey {
    private static final String FILE = "seal-key";
    private static final String ED25519 = "Ed25519";
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final PrivateKey key;
    private final VerifierKey verifier;

    private SealKey(PrivateKey key, VerifierKey verifier) {
        this.key = key;
        this.verifier = verifier;
    }

    /** Whether there is a key in this folder. */
    public static boolean exists(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /**
     * The key in this folder, made if there is none.
     *
     * @param origin the name under which it signs, if it is made
     * @throws IOException if the file can neither be read nor made, or holds no key
     */
    public static SealKey in(Path folder, String origin) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            make(folder, file, origin);
        }
        return read(file);
    }

    /** Written whole under another name first: nobody ever reads half a key, and of two that begin at once one wins. */
    private static void make(Path folder, Path file, String origin) throws IOException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ED25519).generateKeyPair();
            VerifierKey verifier = VerifierKey.of(origin, pair.getPublic());
            String secret = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
            boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
            Path whole = posix
                    ? Files.createTempFile(folder, FILE, ".new", OWNER_ONLY)
                    : Files.createTempFile(folder, FILE, ".new");
            Files.write(whole, List.of(verifier.toString(), secret), StandardCharsets.UTF_8);
            try {
                Files.createLink(file, whole);
            } catch (FileAlreadyExistsException e) {
                // Another process was faster, and its key is the one.
            } finally {
                Files.delete(whole);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ED25519, e);
        }
    }

    private static SealKey read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        try {
            VerifierKey verifier = VerifierKey.parse(lines.getFirst());
            PKCS8EncodedKeySpec secret =
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(1)));
            SealKey key = new SealKey(KeyFactory.getInstance(ED25519).generatePrivate(secret), verifier);
            byte[] trial = {1};
            if (!verifier.verifies(trial, key.signature(trial))) {
                throw new IOException("The two lines of " + file + " do not belong together");
            }
            return key;
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IOException("There is no key in " + file, e);
        }
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** The checkpoint as a note that this key has signed. */
    String sign(Checkpoint checkpoint) {
        String text = checkpoint.text();
        return SignedNote.write(text, verifier, signature(text.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] signature(byte[] text) {
        try {
            Signature signature = Signature.getInstance(ED25519);
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An Ed25519 key signs any text", e);
        }
    }
}
