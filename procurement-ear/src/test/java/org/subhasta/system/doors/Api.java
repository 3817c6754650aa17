package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.subhasta.system.DoorTest.as;
import static org.subhasta.system.DoorTest.done;
import static org.subhasta.system.DoorTest.door;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.subhasta.parties.Role;
import org.subhasta.parties.Tokens;

/** The interface for programs, as a program calls it. */
final class Api {

    private Api() {
    }

    /** A token of a person in a role. */
    static String token(String person, Role role) throws Exception {
        return as(person, role, () -> done(door(Tokens.class).issue("test", 1)).secret());
    }

    /** A GET; without a token where it is empty. */
    static HttpResponse<byte[]> get(String path, String token) throws Exception {
        return send(request(path, token));
    }

    /** A page as anybody gets it. */
    static String page(String path) throws Exception {
        HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(
                URI.create(System.getProperty("subhasta.address") + path)));
        assertEquals(200, answer.statusCode(), text(answer));
        return text(answer);
    }

    /** A GET of what is there once the log covers it, which takes it some seconds. */
    static HttpResponse<byte[]> covered(String path, String token) throws Exception {
        HttpResponse<byte[]> answer = get(path, token);
        for (int i = 0; i < 30 && answer.statusCode() == 503; i++) {
            Thread.sleep(1000);
            answer = get(path, token);
        }
        assertEquals(200, answer.statusCode(), text(answer));
        return answer;
    }

    static HttpResponse<byte[]> delete(String path, String token) throws Exception {
        return send(request(path, token).DELETE());
    }

    /** GETs by eight at once, until one is answered otherwise than 200: that one, or the last. */
    static HttpResponse<byte[]> flood(String path, String token, int most) throws Exception {
        HttpRequest request = request(path, token).build();
        AtomicReference<HttpResponse<byte[]>> last = new AtomicReference<>();
        AtomicInteger left = new AtomicInteger(most);
        try (HttpClient client = HttpClient.newHttpClient();
                ExecutorService callers = Executors.newFixedThreadPool(8)) {
            callers.invokeAll(Collections.nCopies(8, () -> {
                while (left.getAndDecrement() > 0) {
                    HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
                    if (answer.statusCode() != 200) {
                        left.set(0);
                        last.set(answer);
                    } else {
                        last.compareAndSet(null, answer);
                    }
                }
                return null;
            }));
        }
        return last.get();
    }

    static HttpResponse<byte[]> post(String path, String token) throws Exception {
        return send(request(path, token).POST(BodyPublishers.noBody()));
    }

    static HttpResponse<byte[]> post(String path, String token, String json) throws Exception {
        return send(request(path, token).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** Files as parts of a form, by their names; the texts of a bid are parts {@code text}. */
    static HttpResponse<byte[]> form(String path, String token, Map<String, byte[]> parts)
            throws Exception {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        parts.forEach((name, content) -> part(form, name, content));
        form.writeBytes("--frontier--\r\n".getBytes(StandardCharsets.US_ASCII));
        return send(request(path, token)
                .header("Content-Type", "multipart/form-data; boundary=frontier")
                .POST(BodyPublishers.ofByteArray(form.toByteArray())));
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    static JsonObject parsed(HttpResponse<byte[]> answer) {
        try (var reader = Json.createReader(new StringReader(text(answer)))) {
            return reader.readObject();
        }
    }

    /** The same, where the status is the one expected. */
    static JsonObject parsed(int status, HttpResponse<byte[]> answer) {
        assertEquals(status, answer.statusCode(), text(answer));
        return parsed(answer);
    }

    private static void part(ByteArrayOutputStream form, String name, byte[] content) {
        form.writeBytes(("--frontier\r\nContent-Disposition: form-data; name=\""
                + (name.matches("(bid|technical|price)-[0-9]+") ? "text" : name)
                + "\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create(System.getProperty("subhasta.address") + "/api/v1/" + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        }
    }
}
