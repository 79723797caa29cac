package dev.haetae.system;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Submits one source over and over on one kept-alive connection. It speaks just as much HTTP/1.1 as our API answers with, since on
 * a small machine what the client spends is not there for the server.
 */
final class Poster implements Closeable {

    private static final String LENGTH = "content-length:";

    private final URI api;
    private final String head;
    private final byte[] body;
    private final String key = UUID.randomUUID() + "-";
    private int submitted;
    private Connection connection;

    Poster(String url, String problem, String language, String source) {
        api = URI.create(url);
        body = new JsonMapper().writeValueAsBytes(Map.of("language", language, "source", source));
        head = "POST /api/v1/problems/" + problem + "/submissions HTTP/1.1\r\nHost: " + api.getAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n";
        try {
            connection = Connection.to(api);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Submits as the user of that token; anything but 202 ends the benchmark. */
    void submit(String token) {
        String rest = "Authorization: Bearer " + token + "\r\nIdempotency-Key: " + key + submitted++ + "\r\n\r\n";
        byte[] start = (head + rest).getBytes(StandardCharsets.ISO_8859_1);
        byte[] call = new byte[start.length + body.length];
        System.arraycopy(start, 0, call, 0, start.length);
        System.arraycopy(body, 0, call, start.length, body.length);
        try {
            connection.socket().getOutputStream().write(call);
            String status = connection.line();
            String answer = answer();
            if (!status.startsWith("HTTP/1.1 202")) {
                throw new IllegalStateException("a submission was answered " + status + ": " + answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body of an answer; after some the API closes the connection. */
    private String answer() throws IOException {
        int length = 0;
        boolean last = false;
        for (String header = connection.line(); !header.isEmpty(); header = connection.line()) {
            String field = header.toLowerCase(Locale.ROOT);
            if (field.startsWith(LENGTH)) {
                length = Integer.parseInt(field.substring(LENGTH.length()).strip());
            }
            last |= field.equals("connection: close");
        }
        String answer = new String(connection.in().readNBytes(length), StandardCharsets.UTF_8);
        if (last) {
            connection.socket().close();
            connection = Connection.to(api);
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        connection.socket().close();
    }

    /** A connection to the API. */
    private record Connection(Socket socket, InputStream in) {

        static Connection to(URI api) throws IOException {
            Socket socket = new Socket(api.getHost(), api.getPort());
            socket.setTcpNoDelay(true);
            return new Connection(socket, new BufferedInputStream(socket.getInputStream()));
        }

        String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new EOFException("the API has closed the connection");
                }
                line.append((char) next);
            }
            return line.toString().stripTrailing();
        }
    }
}
