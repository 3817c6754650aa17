package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.subhasta.system.DoorTest.as;
import static org.subhasta.system.DoorTest.done;
import static org.subhasta.system.DoorTest.door;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.subhasta.parties.Role;
import org.subhasta.parties.Tokens;

/** The interface for programs, called as a program does. */
final class ApiCalls {

    private ApiCalls() {
    }

    /** A token of the person's. */
    static String token(String person, Role role) throws Exception {
        return as(person, role, () -> done(door(Tokens.class).issue("test", 30)).secret());
    }

    /** What a body says, where the status is the one expected. */
    static JsonObject parsed(int status, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        return Json.createReader(new StringReader(response.body())).readObject();
    }

    /** @param token {@code ""} for nobody's */
    static HttpResponse<String> get(String path, String token) throws Exception {
        return send(request(path, token).GET());
    }

    static HttpResponse<String> post(String path, String token, String body) throws Exception {
        return send(request(path, token).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                System.getProperty("subhasta.address") + "/api/v1" + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
