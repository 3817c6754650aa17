package org.subhasta.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Many who watch by WebSocket from several addresses of this machine, and keep what they hear. */
final class Watchers implements AutoCloseable {

    /** A server takes no more from one. */
    private static final int OF_ONE_ADDRESS = 90;
    private static final Pattern PATH = Pattern.compile("\"path\"\\s*:\\s*\"([^\"]+)\"");

    private final int port;
    private final List<HttpClient> clients = new ArrayList<>();
    private final List<Watcher> watchers = new ArrayList<>();

    /** A text, and when it was there. */
    record Heard(Instant at, String text) {
    }

    /** One of them. */
    static final class Watcher implements WebSocket.Listener {

        private final StringBuilder part = new StringBuilder();
        private final List<Heard> heard = new ArrayList<>();
        private WebSocket socket;

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                Instant now = Instant.now();
                synchronized (heard) {
                    heard.add(new Heard(now, part.toString()));
                }
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        /** What it was sent so far, in order. */
        List<Heard> heard() {
            synchronized (heard) {
                return List.copyOf(heard);
            }
        }
    }

    Watchers(int port, int number) throws IOException {
        this.port = port;
        for (int i = 0; i < number; i += OF_ONE_ADDRESS) {
            clients.add(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).localAddress(
                    InetAddress.getByName("127.0.1." + (clients.size() + 1))).build());
        }
        for (int i = 0; i < number; i++) {
            watchers.add(new Watcher());
        }
    }

    /** All come to watch a lot. */
    void watch(String auction, String lot) throws IOException, InterruptedException {
        HttpRequest ask = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port
                        + "/api/v1/auctions/" + auction + "/lots/" + lot + "/watch"))
                .POST(BodyPublishers.noBody()).build();
        for (int i = 0; i < watchers.size(); i++) {
            String said = clients.get(i / OF_ONE_ADDRESS)
                    .send(ask, BodyHandlers.ofString()).body();
            Matcher path = PATH.matcher(said);
            if (!path.find()) {
                throw new IOException("nobody may watch: " + said);
            }
            connect(i, path.group(1));
        }
    }

    /** All come to hear whatever is said at an address. */
    void hear(String path) {
        for (int i = 0; i < watchers.size(); i++) {
            connect(i, path);
        }
    }

    private void connect(int i, String path) {
        watchers.get(i).socket = clients.get(i / OF_ONE_ADDRESS).newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + port + path), watchers.get(i)).join();
    }

    /** Has the first say something. */
    void say(String text) {
        watchers.getFirst().socket.sendText(text, true).join();
    }

    List<Watcher> all() {
        return watchers;
    }

    @Override
    public void close() {
        watchers.stream().filter(one -> one.socket != null).forEach(one -> one.socket.abort());
        clients.forEach(HttpClient::close);
    }
}
