package park.pipeline.api.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import park.pipeline.api.Api;

/**
 * The packaged service as a process of its own, which can be killed. It runs as the deployment page says, unpacked and with an
 * archive of its classes; the commands beside it run from the jar as it was built.
 */
public final class ServiceProcess implements AutoCloseable {
    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path JAR = Path.of("target", "pipeline-api.jar").toAbsolutePath();

    private final Process process;
    private final Path output;
    private final int port;

    private ServiceProcess(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /** Starts on a free port with the data in this folder, and does not wait. */
    public static ServiceProcess start(Path folder, String... arguments) {
        // it lives shortly, beside others
        return start(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), folder, arguments);
    }

    /** The same on a JVM of these options. */
    public static ServiceProcess start(List<String> jvm, Path folder, String... arguments) {
        try {
            UnpackedService unpacked = UnpackedService.of(JAR);
            int port = freePort();
            Path output = Files.createTempFile("service", ".log");
            List<String> command = new ArrayList<>();
            command.add(JAVA.toString());
            command.addAll(jvm);
            command.addAll(List.of(
                    "-XX:SharedArchiveFile=" + unpacked.archive(),
                    "-jar",
                    unpacked.jar().toString(),
                    "--spring.profiles.active=demo",
                    "--pipeline.data-dir=" + folder,
                    "--server.port=" + port));
            command.addAll(List.of(arguments));
            if (command.stream().noneMatch(a -> a.startsWith("--pipeline.demo.data"))) {
                command.add("--pipeline.demo.data=false");
            }
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("PIPELINE_DEMO_PASSWORD", Api.PASSWORD);
            return new ServiceProcess(builder.start(), output, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs one of the commands beside the service to its good end, and gives what it said. */
    public static String command(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(JAVA.toString(), "-Xmx512m", "-Duser.language=en", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    /** Waits until it takes commands and its views have caught up. */
    public ServiceProcess ready() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(100))
                .failFast(() -> assertThat(process.isAlive()).as(output()).isTrue())
                .ignoreExceptionsMatching(
                        e -> e instanceof UncheckedIOException io && io.getCause() instanceof ConnectException)
                .until(() -> api().get("/actuator/health/readiness").status() == 200);
        return this;
    }

    /** How much memory it has taken at the most, in MiB; Linux only. */
    public long peakMemory() throws IOException {
        return Files.readString(Path.of("/proc/" + process.pid() + "/status"))
                .lines()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    public Api api() {
        return Api.at(port);
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, as a stop of its unit would send. */
    public void stop() {
        process.destroy();
    }

    /** SIGSTOP: it is there, and does nothing. */
    public void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** SIGCONT: it goes on as if nothing had happened. */
    public void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(exit).isZero();
    }

    /** Waits for its own end, and gives its exit code. */
    public int end() throws InterruptedException {
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("ends by itself").isTrue();
        return process.exitValue();
    }

    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
