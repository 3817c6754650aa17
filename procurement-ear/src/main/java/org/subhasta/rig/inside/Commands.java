package org.subhasta.rig.inside;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a program outside asks of its part inside the server, over the loopback interface: one
 * command a connection, words in a line, answered by a line; an empty one where it failed.
 */
public final class Commands implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Commands.class.getName());

    private final ServerSocket socket;
    private final Work work;

    /** Does what the words say. */
    public interface Work {

        String answer(List<String> words) throws Exception;
    }

    private Commands(ServerSocket socket, Work work) {
        this.socket = socket;
        this.work = work;
    }

    /** Listens from now on. */
    public static Commands listen(int port, ManagedThreadFactory threads, Work work) {
        try {
            Commands commands = new Commands(
                    new ServerSocket(port, 1, InetAddress.getLoopbackAddress()), work);
            threads.newThread(commands::listen).start();
            return commands;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Asks from outside.
     *
     * @throws IOException where it failed inside
     */
    public static String ask(int port, String command) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                PrintStream out = new PrintStream(socket.getOutputStream(), true,
                        StandardCharsets.UTF_8);
                BufferedReader in = reader(socket)) {
            out.println(command);
            String answer = in.readLine();
            if (answer == null || answer.isEmpty()) {
                throw new IOException("the server failed at " + command.split(" ")[0]);
            }
            return answer;
        }
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept(); BufferedReader in = reader(connection);
                    PrintStream out = new PrintStream(connection.getOutputStream(), true,
                            StandardCharsets.UTF_8)) {
                out.println(answer(List.of(in.readLine().split(" "))));
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "nobody asks any more", e);
            }
        }
    }

    private String answer(List<String> words) {
        try {
            return work.answer(words);
        } catch (Exception e) {
            LOG.log(Level.ERROR, words.getFirst() + " failed", e);
            return "";
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(
                socket.getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
