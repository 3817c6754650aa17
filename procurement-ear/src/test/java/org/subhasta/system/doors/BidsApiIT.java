package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.Submission;
import org.subhasta.parties.Role;
import org.subhasta.parties.Tokens;
import org.subhasta.signing.Jws;
import org.subhasta.signing.Trust;
import org.subhasta.system.DoorTest;

/** Bids over the interface for programs: what a supplier's and an officer's token can do. */
class BidsApiIT extends DoorTest {

    private static String officer;
    private static String officersToken;
    private static Bidder bidder;
    private static String biddersToken;
    private static String strangersToken;

    @BeforeEach
    void people() throws Exception {
        if (bidder == null) {
            officer = Bidder.person("mara@alder-bay.example");
            officersToken = token(officer, Role.OFFICER);
            bidder = Bidder.register(officer, "Programmed Bidder Ltd");
            biddersToken = token(bidder.person(), Role.SUPPLIER);
            strangersToken = token(
                    Bidder.register(officer, "Another Bidder Ltd").person(), Role.SUPPLIER);
        }
    }

    @Test
    void a_bid_sent_as_json_is_created_and_the_same_again_is_the_same() throws Exception {
        Box box = Box.open(officer, Duration.ofDays(3));
        UUID id = UUID.randomUUID();
        String body = json(bid(box, id));
        HttpResponse<String> created = post(box, biddersToken, "application/json", body);
        assertEquals(201, created.statusCode(), created.body());
        assertEquals(Optional.of(address("/api/v1/bids/" + id).toString()),
                created.headers().firstValue("Location"));
        String receipt = parsed(created).getString("receipt");
        HttpResponse<String> again = post(box, biddersToken, "application/json", body);
        assertEquals(200, again.statusCode());
        assertEquals(receipt, parsed(again).getString("receipt"));

        JsonObject own = parsed(get("/api/v1/bids/" + id, biddersToken));
        assertEquals("stands", own.getString("status"));
        assertFalse(own.containsKey("total"), "the server cannot read it: " + own);
        assertEquals(Base64.getEncoder().encodeToString(bid.envelope()),
                own.getString("envelope"));
        assertEquals(404, get("/api/v1/bids/" + id + "/attachments/bid/plan.pdf", biddersToken)
                .statusCode());
    }

    @Test
    void anybody_checks_a_receipt_against_the_authority_offered_to_all() throws Exception {
        Box box = Box.open(officer, Duration.ofDays(3));
        JsonObject received = parsed(post(box, biddersToken, "application/json",
                json(bid(box, UUID.randomUUID()))));
        HttpResponse<String> pem = get("/api/v1/receipts/authority.pem", "");
        assertEquals(200, pem.statusCode());
        X509Certificate authority = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(
                        pem.body().getBytes(StandardCharsets.US_ASCII)));
        assertTrue(Jws.verify(received.getString("receipt"), Trust.of(List.of(authority)),
                authority.getNotBefore().toInstant().plus(Duration.ofDays(1)))
                .validation().passed());
    }

    @Test
    void a_bid_sent_as_a_form_is_created() throws Exception {
        Box box = Box.open(officer, Duration.ofDays(3));
        Submission sent = bid(box, UUID.randomUUID());
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        part(form, "envelope", null, sent.envelope());
        part(form, "signature", null, sent.signature());
        for (Submission.Enclosure text : sent.texts()) {
            part(form, "text", text.name(), content(text));
        }
        form.writeBytes("--frontier--\r\n".getBytes(StandardCharsets.US_ASCII));
        HttpResponse<String> created = send(HttpRequest.newBuilder(address(
                        "/api/v1/tenders/" + box.id() + "/bids"))
                .header("Authorization", "Bearer " + biddersToken)
                .header("Content-Type", "multipart/form-data; boundary=frontier")
                .POST(BodyPublishers.ofByteArray(form.toByteArray())));
        assertEquals(201, created.statusCode(), created.body());
    }

    @Test
    void a_refusal_is_a_problem_with_its_code_and_the_signed_receipt() throws Exception {
        Box box = Box.open(officer, Duration.ofDays(3));
        Submission good = bid(box, UUID.randomUUID());
        Submission altered = new Submission(box.id(), new String(good.envelope(),
                StandardCharsets.UTF_8).replace("10:00:00Z", "10:00:01Z")
                .getBytes(StandardCharsets.UTF_8), good.signature(), good.texts());
        HttpResponse<String> refused = post(box, biddersToken, "application/json", json(altered));
        assertEquals(422, refused.statusCode());
        assertEquals("application/problem+json",
                refused.headers().firstValue("Content-Type").orElse(""));
        JsonObject problem = parsed(refused);
        assertEquals("SIGNATURE_INVALID", problem.getString("code"));
        assertEquals(3, problem.getJsonObject("evidence").getString("receipt").split("\\.").length);
    }

    @Test
    void what_is_no_bid_is_a_bad_request() throws Exception {
        Box box = Box.open(officer, Duration.ofDays(3));
        for (String body : Set.of("", "[]", "{}", "no json",
                "{\"envelope\":\"%\",\"signature\":\"\"}",
                "{\"envelope\":\"e30=\",\"signature\":\"e30=\",\"texts\":[{}]}",
                "{\"envelope\":\"e30=\",\"signature\":\"e30=\"}")) {
            HttpResponse<String> answer = post(box, biddersToken, "application/json", body);
            assertEquals(400, answer.statusCode(), body + " → " + answer.body());
        }
    }

    @Test
    void a_bid_without_a_signature_is_a_bad_request() throws Exception {
        Box box = Box.open(officer, Duration.ofDays(3));
        Submission unsigned = new Submission(box.id(), bid(box, UUID.randomUUID()).envelope(),
                new byte[0], List.of());
        HttpResponse<String> answer = post(box, biddersToken, "application/json", json(unsigned));
        assertEquals(400, answer.statusCode(), answer.body());
        assertEquals("ENVELOPE_MALFORMED", parsed(answer).getString("code"));
    }

    @Test
    void somebody_elses_bid_is_not_found() throws Exception {
        Box box = Box.open(officer, Duration.ofDays(3));
        UUID id = UUID.randomUUID();
        assertEquals(201, post(box, biddersToken, "application/json", json(bid(box, id)))
                .statusCode());
        for (String path : Set.of("/api/v1/bids/" + id,
                "/api/v1/bids/" + id + "/attachments/bid/plan.pdf",
                "/api/v1/bids/" + UUID.randomUUID(), "/api/v1/bids/x")) {
            assertEquals(404, get(path, strangersToken).statusCode(), path);
        }
        assertFalse(get("/api/v1/bids", strangersToken).body().contains(id.toString()));
    }

    @Test
    void before_the_closing_an_officer_learns_nothing_and_after_it_all() throws Exception {
        Box empty = Box.open(officer, Duration.ofHours(5));
        Box box = Box.open(officer, Duration.ofHours(5));
        UUID id = UUID.randomUUID();
        assertEquals(201, post(box, biddersToken, "application/json", json(bid(box, id)))
                .statusCode());
        HttpResponse<String> none = get("/api/v1/tenders/" + empty.id() + "/bids", officersToken);
        HttpResponse<String> some = get("/api/v1/tenders/" + box.id() + "/bids", officersToken);
        assertEquals(409, some.statusCode());
        assertEquals(none.body(), some.body());

        Moment.advance(Duration.ofHours(5));
        box.close();
        box.unseal();

        JsonObject opened = parsed(get("/api/v1/tenders/" + box.id() + "/bids", officersToken));
        assertEquals(Set.of(id.toString()), opened.getJsonArray("bids").stream()
                .map(one -> one.asJsonObject().getString("id")).collect(Collectors.toSet()));
        HttpResponse<String> late = post(box, strangersToken, "application/json",
                json(bid(box, UUID.randomUUID())));
        assertEquals("SIGNER_UNKNOWN", parsed(late).getString("code"));
        HttpResponse<String> tooLate = post(box, biddersToken, "application/json",
                json(bid(box, UUID.randomUUID())));
        assertEquals(409, tooLate.statusCode());
        assertEquals("LATE", parsed(tooLate).getString("code"));
    }

    @Test
    void without_a_token_nothing_is_told() throws Exception {
        Box box = Box.open(officer, Duration.ofDays(3));
        assertEquals(401, get("/api/v1/bids", "").statusCode());
        assertEquals(401, get("/api/v1/tenders/" + box.id() + "/bids", "").statusCode());
        assertEquals(403, get("/api/v1/tenders/" + box.id() + "/bids", biddersToken).statusCode());
        assertEquals(403, get("/api/v1/bids", officersToken).statusCode());
    }

    @Test
    void without_a_token_a_body_is_refused_before_it_is_sent() throws Exception {
        for (String path : List.of("/api/v1/tenders/x/bids", "/api/v1/drafts", "/api/v1/imports",
                "/api/v1/registrations/x/return")) {
            String answer = headersOnly(path, "Content-Length: 290000000");
            assertTrue(answer.startsWith("HTTP/1.1 401 "), path + " → " + answer);
            assertTrue(answer.contains("WWW-Authenticate: Bearer"), answer);
        }
        String registration = headersOnly("/api/v1/registrations", "Content-Length: 65537");
        assertTrue(registration.startsWith("HTTP/1.1 413 "), registration);
    }

    @Test
    void a_body_too_large_to_be_read_whole_is_refused_declared_or_not() throws Exception {
        Box box = Box.open(officer, Duration.ofDays(3));
        byte[] bid = "{\"envelope\":\"%s".formatted("a".repeat(24 << 20))
                .getBytes(StandardCharsets.US_ASCII);
        byte[] draft = "{\"title\":\"%s".formatted("a".repeat(16 << 20))
                .getBytes(StandardCharsets.US_ASCII);
        byte[] registration = "{\"person\":{\"name\":\"%s".formatted("a".repeat(64 << 10))
                .getBytes(StandardCharsets.US_ASCII);
        assertTooLarge("/api/v1/tenders/" + box.id() + "/bids", biddersToken, bid);
        assertTooLarge("/api/v1/drafts", officersToken, draft);
        assertTooLarge("/api/v1/registrations", "", registration);
    }

    private static void assertTooLarge(String path, String token, byte[] body) throws Exception {
        for (HttpRequest.BodyPublisher publisher : List.of(BodyPublishers.ofByteArray(body),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))) {
            HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                    .version(HttpClient.Version.HTTP_1_1)
                    .header("Content-Type", "application/json").POST(publisher);
            HttpResponse<String> answer = send(token.isEmpty() ? request
                    : request.header("Authorization", "Bearer " + token));
            assertEquals(413, answer.statusCode(), path + " → " + answer.body());
            assertEquals("REQUEST_ENTITY_TOO_LARGE", parsed(answer).getString("code"));
        }
    }

    /** The answer's head, to a request whose body never comes. */
    private static String headersOnly(String path, String length) throws IOException {
        URI address = address(path);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/json\r\n" + length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            BufferedReader lines = new BufferedReader(new InputStreamReader(
                    socket.getInputStream(), StandardCharsets.US_ASCII));
            return lines.lines().takeWhile(line -> !line.isEmpty())
                    .collect(Collectors.joining("\n"));
        }
    }

    private Submission bid;

    private Submission bid(Box box, UUID id) throws Exception {
        bid = Bid.of(bidder, box).id(id).made();
        return bid;
    }

    private static String json(Submission bid) throws IOException {
        Base64.Encoder base64 = Base64.getEncoder();
        JsonArrayBuilder texts = Json.createArrayBuilder();
        for (Submission.Enclosure text : bid.texts()) {
            texts.add(Json.createObjectBuilder().add("name", text.name())
                    .add("content", base64.encodeToString(content(text))));
        }
        return Json.createObjectBuilder()
                .add("envelope", base64.encodeToString(bid.envelope()))
                .add("signature", base64.encodeToString(bid.signature()))
                .add("texts", texts).build().toString();
    }

    private static byte[] content(Submission.Enclosure text) throws IOException {
        try (InputStream in = text.content().open()) {
            return in.readAllBytes();
        }
    }

    private static void part(ByteArrayOutputStream form, String name, String file, byte[] content) {
        form.writeBytes(("--frontier\r\nContent-Disposition: form-data; name=\"" + name + "\""
                + (file == null ? "" : "; filename=\"" + file + "\"")
                + "\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static HttpResponse<String> post(Box box, String token, String type, String body)
            throws Exception {
        return send(HttpRequest.newBuilder(address("/api/v1/tenders/" + box.id() + "/bids"))
                .header("Authorization", "Bearer " + token).header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> get(String path, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
        return send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static URI address(String path) {
        return URI.create(System.getProperty("subhasta.address") + path);
    }

    private static JsonObject parsed(HttpResponse<String> response) {
        try (var reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        }
    }

    private static String token(String person, Role role) throws Exception {
        return as(person, role, () -> done(door(Tokens.class).issue("test", 1)).secret());
    }
}
