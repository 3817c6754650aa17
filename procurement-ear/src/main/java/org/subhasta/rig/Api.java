package org.subhasta.rig;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The interface for programs, as a program calls it. */
public final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String address;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** An answer. */
    public record Said(int status, byte[] body) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public JsonObject json() {
            try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
                return reader.readObject();
            }
        }

        /** Whatever else it says, it is not known what became of it. */
        public boolean isNone() {
            return status >= 500;
        }
    }

    /** @param address ends in a slash; paths are appended */
    public Api(String address) {
        this.address = address;
    }

    /** @throws IOException where there is no answer */
    public Said get(String path, String token) throws IOException, InterruptedException {
        return send(request(path, token));
    }

    /** @throws IOException where there is no answer */
    public Said post(String path, String token, String json)
            throws IOException, InterruptedException {
        return send(request(path, token).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** What has to succeed. */
    public JsonObject done(String path, String token, String json)
            throws IOException, InterruptedException {
        Said said = post(path, token, json);
        if (said.status() >= 300) {
            throw new IOException(path + ": " + said.status() + " " + said.text());
        }
        return said.json();
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Said send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
        return new Said(answer.statusCode(), answer.body());
    }
}
