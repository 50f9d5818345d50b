package io.erpsync.connector.lime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server that answers GETs as Lime's metadata, and on anything else resets the connection, hard,
 * after having read the request.
 */
final class ResettingServer implements AutoCloseable {

    private final ServerSocket listening;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    ResettingServer() {
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort() + "/acme";
    }

    /** The request lines that arrived. */
    List<String> requests() {
        return requests;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                Thread.startVirtualThread(() -> serve(socket));
            } catch (IOException closed) {
                return; // the test is over
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                requests.add(line);
                skipHeaders(in);
                if (!line.startsWith("GET")) {
                    socket.setSoLinger(true, 0);
                    return;
                }
                answer(socket);
            }
        } catch (IOException gone) {
            // the client closed first, which is no matter here
        }
    }

    private static void skipHeaders(BufferedReader in) throws IOException {
        String header = in.readLine();
        while (header != null && !header.isEmpty()) {
            header = in.readLine();
        }
    }

    private static void answer(Socket socket) throws IOException {
        byte[] body = Companies.COMPANY_TYPE.getBytes(StandardCharsets.UTF_8);
        String head =
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length
                        + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().write(body);
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
