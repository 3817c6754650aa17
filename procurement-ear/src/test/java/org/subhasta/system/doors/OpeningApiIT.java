package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.model.Part;
import org.subhasta.parties.Role;
import org.subhasta.parties.Tokens;
import org.subhasta.signing.CadesSigner;
import org.subhasta.system.DoorTest;

/** Openings over the interface for programs: what everybody reads, and what openers send. */
class OpeningApiIT extends DoorTest {

    private static String officer;
    private static Bidder bidder;

    @BeforeEach
    void people() throws Exception {
        if (bidder == null) {
            officer = Bidder.person("mara@alder-bay.example");
            bidder = Bidder.register(officer, "Opened Works");
        }
    }

    @Test
    void everybody_reads_the_committee_and_before_the_closing_nothing_of_bids() throws Exception {
        Box box = Box.open(officer, Duration.ofHours(5));
        String before = text(send(path(box), ""));
        assertTrue(box.send(bidder, Bid.of(bidder, box).made()).accepted());
        HttpResponse<byte[]> after = send(path(box), "");
        JsonObject opening = parsed(after);
        assertEquals("open", opening.getString("state"));
        assertEquals(3, opening.getJsonArray("members").size());
        assertEquals(box.panel().sealing().fingerprint(), opening.getString("fingerprint"));
        assertEquals(before, text(after));
        assertEquals(404, send(path(box) + "/record", "").statusCode());
    }

    @Test
    void only_members_are_given_a_challenge() throws Exception {
        Box box = Box.open(officer, Duration.ofHours(5));
        String member = token(box.panel().member(0).person());
        JsonObject challenge = parsed(post(path(box) + "/rehearsals", member));
        assertEquals(box.panel().member(0).person(), challenge.getString("opener"));
        assertFalse(challenge.getString("enc").isEmpty());
        String other = token(Panel.of(2, 5).member(4).person());
        assertEquals(404, post(path(box) + "/rehearsals", other).statusCode());
    }

    @Test
    void openers_fetch_their_task_as_files_and_send_acts_until_the_record_is_public()
            throws Exception {
        Box box = Box.open(officer, Duration.ofHours(5));
        assertTrue(box.send(bidder, Bid.of(bidder, box).made()).accepted());
        String first = token(box.panel().member(0).person());
        assertEquals("BOX_STILL_OPEN",
                parsed(send(path(box) + "/bid/task", first)).getString("code"));
        Moment.advance(Duration.ofHours(5));
        box.close();

        HttpResponse<byte[]> zip = covered(path(box) + "/bid/task.zip", first);
        List<String> names = new ArrayList<>();
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip.body()))) {
            for (ZipEntry entry = files.getNextEntry(); entry != null;
                    entry = files.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertEquals(2, names.size());
        assertEquals("closing.tlog-proof", names.getFirst());

        for (Panel.Member member : box.panel().members().subList(0, 2)) {
            byte[] act = box.panel().act(member, box, Part.BID, Map.of()).canonicalJson();
            HttpResponse<byte[]> acted = form(path(box) + "/acts", token(member.person()), act,
                    CadesSigner.sign(act, member.signing(), Moment.now()));
            assertEquals(200, acted.statusCode(), text(acted));
        }
        Panel.advance(box);
        JsonObject record = parsed(send(path(box) + "/record", ""));
        assertTrue(record.getBoolean("whole"));
        assertEquals("100.00", record.getJsonArray("bids").getJsonObject(0).getJsonArray("parts")
                .getJsonObject(0).getJsonArray("lots").getJsonObject(0).getJsonObject("price")
                .getString("amount"));
    }

    /** Asks until the log covers the closing, which takes it some seconds. */
    private static HttpResponse<byte[]> covered(String path, String token) throws Exception {
        HttpResponse<byte[]> answer = send(path, token);
        for (int i = 0; i < 30 && answer.statusCode() == 503; i++) {
            Thread.sleep(1000);
            answer = send(path, token);
        }
        assertEquals(200, answer.statusCode(), text(answer));
        return answer;
    }

    private static HttpResponse<byte[]> form(String path, String token, byte[] statement,
            byte[] signature) throws Exception {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        part(form, "statement", statement);
        part(form, "signature", signature);
        form.writeBytes("--frontier--\r\n".getBytes(StandardCharsets.US_ASCII));
        return send(request(path, token)
                .header("Content-Type", "multipart/form-data; boundary=frontier")
                .POST(BodyPublishers.ofByteArray(form.toByteArray())));
    }

    private static void part(ByteArrayOutputStream form, String name, byte[] content) {
        form.writeBytes(("--frontier\r\nContent-Disposition: form-data; name=\"" + name
                + "\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static String path(Box box) {
        return "/api/v1/tenders/" + box.id() + "/opening";
    }

    private static HttpResponse<byte[]> post(String path, String token) throws Exception {
        return send(request(path, token).POST(BodyPublishers.noBody()));
    }

    private static HttpResponse<byte[]> send(String path, String token) throws Exception {
        return send(request(path, token));
    }

    private static HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create(System.getProperty("subhasta.address") + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static JsonObject parsed(HttpResponse<byte[]> answer) {
        try (var reader = Json.createReader(new StringReader(text(answer)))) {
            return reader.readObject();
        }
    }

    private static String token(String person) throws Exception {
        return as(person, Role.OPENER, () -> done(door(Tokens.class).issue("test", 1)).secret());
    }
}
