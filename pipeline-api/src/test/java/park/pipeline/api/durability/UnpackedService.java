package park.pipeline.api.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.springframework.util.FileSystemUtils;

/**
 * A jar of the service unpacked, and the archive of the classes that it loads at start. Made once for each build, whichever of
 * several test processes comes first: a start takes less than half the time then.
 */
record UnpackedService(Path jar, Path archive) {
    private static final Object ONE_OF_THIS_PROCESS = new Object();

    static UnpackedService of(Path packed) throws IOException {
        assertThat(packed).as("made by the package phase").exists();
        Path folder = packed.resolveSibling("unpacked");
        synchronized (ONE_OF_THIS_PROCESS) {
            try (FileChannel channel = FileChannel.open(
                    packed.resolveSibling("unpacked.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock(); // until it is closed
                Path of = folder.resolve("of");
                String built = Runtime.version() + " " + checksum(packed);
                if (!Files.exists(of) || !Files.readString(of).equals(built)) {
                    FileSystemUtils.deleteRecursively(folder);
                    unpack(packed, folder);
                    Files.writeString(of, built);
                }
            }
        }
        return in(folder, packed);
    }

    private static UnpackedService in(Path folder, Path packed) {
        return new UnpackedService(folder.resolve(packed.getFileName()), folder.resolve("classes.jsa"));
    }

    private static void unpack(Path packed, Path folder) throws IOException {
        run("-Djarmode=tools", "-jar", packed.toString(), "extract", "--destination", folder.toString());
        UnpackedService service = in(folder, packed);
        run(
                "-XX:ArchiveClassesAtExit=" + service.archive(),
                "-Dspring.context.exit=onRefresh",
                "-jar",
                service.jar().toString(),
                "--pipeline.data-dir=" + folder.resolve("data"));
    }

    private static long checksum(Path file) throws IOException {
        CRC32 checksum = new CRC32();
        try (InputStream in = new CheckedInputStream(Files.newInputStream(file), checksum)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return checksum.getValue();
    }

    private static void run(String... arguments) throws IOException {
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of(ServiceProcess.JAVA.toString()), List.of(arguments).stream())
                                .toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.onExit().join().exitValue()).as(said).isZero();
    }
}
