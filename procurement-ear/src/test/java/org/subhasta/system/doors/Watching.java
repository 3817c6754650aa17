package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.subhasta.system.doors.Api.parsed;
import static org.subhasta.system.doors.Api.post;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A watcher of a lot as a program makes one: keeps every frame, and what they come to. */
final class Watching implements WebSocket.Listener, AutoCloseable {

    private final List<String> frames = new CopyOnWriteArrayList<>();
    private final StringBuilder frame = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;
    private volatile JsonValue view = JsonValue.NULL;

    private Watching(String path) throws Exception {
        URI address = URI.create(
                System.getProperty("subhasta.address").replaceFirst("^http", "ws") + path);
        socket = client.newWebSocketBuilder().buildAsync(address, this).get(20, TimeUnit.SECONDS);
    }

    /** Where a ticket leads. */
    static String ticket(LiveAuction auction, String token) throws Exception {
        return parsed(200, post("auctions/" + auction.id() + "/lots/1/watch", token, ""))
                .getString("path");
    }

    static Watching of(LiveAuction auction, String token) throws Exception {
        return at(ticket(auction, token));
    }

    static Watching at(String path) throws Exception {
        return new Watching(path);
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        frame.append(data);
        if (last) {
            frames.add(frame.toString());
            apply(Json.createReader(new StringReader(frame.toString())).readObject());
            frame.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    private void apply(JsonObject json) {
        if (json.getString("type").equals("snapshot")) {
            view = json.get("view");
            return;
        }
        assertEquals(view.asJsonObject().getInt("number"), json.getInt("from"), "none is missed");
        view = Json.createMergePatch(json.get("patch")).apply(view);
        assertEquals(json.getInt("to"), view.asJsonObject().getInt("number"));
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }

    /** Every frame so far, as it came. */
    List<String> frames() {
        return frames;
    }

    WebSocket socket() {
        return socket;
    }

    /** Waits until what was sent comes to that. */
    void comesTo(JsonObject expected) throws Exception {
        for (int i = 0; i < 100 && !expected.equals(view); i++) {
            Thread.sleep(100);
        }
        assertEquals(expected, view);
    }

    /** Waits for the connection's end; with which code. */
    int closedWith() throws Exception {
        return closed.get(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }
}
