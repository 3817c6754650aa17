package org.subhasta.system.doors;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** An operation of the interface for programs, as the platform describes it itself (OpenAPI). */
record Operation(String method, String path, JsonObject description, JsonObject schemas) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    /** All that are described, in the order of their paths. */
    static List<Operation> all() throws Exception {
        JsonObject openApi;
        try (HttpClient client = HttpClient.newHttpClient(); var reader = Json.createReader(
                new ByteArrayInputStream(client.send(HttpRequest.newBuilder(address("/openapi"))
                        .header("Accept", "application/json").build(),
                        BodyHandlers.ofByteArray()).body()))) {
            openApi = reader.readObject();
        }
        JsonObject schemas = openApi.getJsonObject("components").getJsonObject("schemas");
        List<Operation> all = new ArrayList<>();
        openApi.getJsonObject("paths").forEach((path, methods) -> methods.asJsonObject()
                .forEach((method, described) -> {
                    if (METHODS.contains(method)) {
                        all.add(new Operation(method.toUpperCase(Locale.ROOT), path,
                                described.asJsonObject(), schemas));
                    }
                }));
        all.sort(Comparator.comparing(Operation::path).thenComparing(Operation::method));
        return all;
    }

    private static URI address(String path) {
        return URI.create(System.getProperty("subhasta.address") + path);
    }

    /** Calls it with the text in every parameter and in every member of what is sent. */
    HttpResponse<byte[]> call(HttpClient client, String token, String text) throws Exception {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        String query = parameters("query").stream()
                .map(name -> name + "=" + encoded).collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path
                .replaceAll("\\{[^}]+}", Matcher.quoteReplacement(encoded))
                + (query.isEmpty() ? "" : "?" + query)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        String type = bodyType();
        if (type.isEmpty()) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", type).method(method, body(type, text));
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    /** The first that it takes; empty where it takes nothing. */
    private String bodyType() {
        JsonObject body = description.getJsonObject("requestBody");
        String type = body == null || !body.containsKey("content") ? ""
                : body.getJsonObject("content").keySet().stream()
                        .min(Comparator.comparing(one -> !one.contains("json"))).orElse("");
        return type.startsWith("multipart/") ? type + "; boundary=frontier"
                : type.contains("*") ? "application/octet-stream" : type;
    }

    private HttpRequest.BodyPublisher body(String type, String text) {
        if (type.startsWith("multipart/")) {
            return BodyPublishers.ofString("--frontier\r\nContent-Disposition: form-data;"
                    + " name=\"file\"; filename=\"f\"\r\n\r\n" + text + "\r\n--frontier--\r\n");
        }
        return BodyPublishers.ofString(type.contains("json") ? json(text).toString() : text);
    }

    private JsonObject json(String text) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        JsonObject content = description.getJsonObject("requestBody").getJsonObject("content");
        JsonObject schema = content.values().iterator().next().asJsonObject()
                .getJsonObject("schema");
        if (schema != null && schema.containsKey("$ref")) {
            String name = schema.getString("$ref");
            schema = schemas.getJsonObject(name.substring(name.lastIndexOf('/') + 1));
        }
        if (schema != null && schema.containsKey("properties")) {
            schema.getJsonObject("properties").keySet().forEach(name -> json.add(name, text));
        }
        return json.build();
    }

    private List<String> parameters(String place) {
        return description.containsKey("parameters") ? description.getJsonArray("parameters")
                .stream().map(one -> one.asJsonObject())
                .filter(one -> one.getString("in").equals(place))
                .map(one -> one.getString("name")).toList() : List.of();
    }

    /** {@code GET /api/v1/me}. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
