package park.pipeline.api.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Base64;
import java.util.Locale;
import park.pipeline.api.Api;

/** As little of HTTP as a load needs, on one connection that is kept: what the client costs, the service does not get. */
final class PlainHttp {
    private final int port;
    private final String head;
    private OutputStream out;
    private InputStream in;

    /** @param location an address without its host; empty where none was given */
    record Answer(int status, String location, String body) {}

    PlainHttp(int port) throws IOException {
        this.port = port;
        head = " HTTP/1.1\r\nHost: localhost:" + port + "\r\nContent-Type: application/json\r\nAuthorization: Basic "
                + Base64.getEncoder().encodeToString(("promoter:" + Api.PASSWORD).getBytes(UTF_8)) + "\r\n";
        connect();
    }

    private void connect() throws IOException {
        @SuppressWarnings("resource") // until the process ends, or the service hangs up
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream());
    }

    Answer post(String path, String key, String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
        String lines =
                "POST " + path + head + "Idempotency-Key: " + key + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        ByteArrayOutputStream request = new ByteArrayOutputStream(lines.length() + body.length);
        request.writeBytes(lines.getBytes(ISO_8859_1));
        request.writeBytes(body);
        try {
            request.writeTo(out);
            return answer();
        } catch (EOFException | SocketException silentForTooLong) {
            // between two rounds; should it have come in nevertheless, its key makes the second one harmless
            connect();
            request.writeTo(out);
            return answer();
        }
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        String location = "";
        int length = -1;
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "location" -> location = value.substring(Math.max(0, value.indexOf("/api/")));
                case "content-length" -> length = Integer.parseInt(value);
                default -> {}
            }
        }
        if (length < 0) {
            throw new IOException("An answer without its length");
        }
        return new Answer(status, location, new String(in.readNBytes(length), UTF_8));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The service has hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
