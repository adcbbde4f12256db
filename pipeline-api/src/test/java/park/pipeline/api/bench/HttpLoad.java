package park.pipeline.api.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** {@link HttpCommands} of many clients, in a process of its own, which is kept for all rounds and stays warm between them. */
final class HttpLoad implements AutoCloseable {
    private static final String ROUND = "round ";

    private final Process process;
    private final PrintWriter orders;
    private final BufferedReader answers;

    /** What the commands of one round came to. */
    record Round(long commands, double perSecond) {}

    HttpLoad(int port, int clients) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HttpLoad.class.getName(),
                        Integer.toString(port),
                        Integer.toString(clients))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        orders = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    Round round() throws IOException {
        orders.println("go");
        String answer = answers.readLine();
        while (answer != null && !answer.startsWith(ROUND)) {
            answer = answers.readLine(); // a warning of the virtual machine
        }
        if (answer == null) {
            throw new IOException("The load generator is gone");
        }
        String[] parts = answer.split(" ");
        return new Round(Long.parseLong(parts[1]), Double.parseDouble(parts[2]));
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** The other process: a round for each line that it is given, until there are no more. */
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        int clients = Integer.parseInt(arguments[1]);
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        List<Runnable> connected = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            connected.add(HttpCommands.client(port));
        }
        while (orders.readLine() != null) {
            AtomicLong count = new AtomicLong();
            Iterator<Runnable> each = connected.iterator();
            double perSecond = Load.perSecond(clients, () -> Load.counted(each.next(), count));
            System.out.println(ROUND + count.get() + " " + perSecond);
        }
    }
}
