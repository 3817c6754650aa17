package org.subhasta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.command.Commands;
import org.subhasta.signing.command.Terminal;
import org.subhasta.signing.sealing.BoxNotice;
import org.subhasta.signing.sealing.Envelope;
import org.subhasta.signing.sealing.ShareKey;

/**
 * After a sealed bid was handed in, nothing of the platform tells its price or a key to it: no
 * column of the database, no file, no line of a log, no object left in the server's memory.
 */
@ExtendWith(WithPlatform.class)
class SecrecyIT {

    private static final String PRICE = "48151623.42";
    private static final String TYPED = "31415926.54";
    private static final String WORD = "quixotic weathercock";
    private static final String PLANTED = "27182818.28";

    private static final List<String> OPENERS =
            List.of("Sofia Marchetti", "Jonas Bakke", "Elif Kaya");

    @TempDir
    private Path folder;

    @Test
    void neitherPriceNorKeyOfASealedBidIsAnywhereOnTheServer(TestPlatform platform)
            throws Exception {
        try (Browser browser = Browser.open(platform)) {
            Person mara = Person.signIn(browser, "mara@alder-bay.example");
            String officer = TenderIT.token(mara.page());
            String tender = published(platform, mara.page(), officer);
            byte[] notice = mara.page().request()
                    .get("/api/v1/tenders/" + tender + "/notice").body();

            Path sealed = seal(platform, notice);
            Person ada = Person.signIn(browser, "ada@example-insulation.example");
            send(ada.page(), tender, sealed);
            Person bram = Person.signIn(browser, "bram@invented-works.example");
            String typed = bram.bidOnEverything(tender,
                    platform.data().resolve("demo/bram-de-wit.p12"), TYPED);

            List<Secret> secrets = new ArrayList<>(Secret.amount(PRICE));
            secrets.addAll(Secret.amount(TYPED));
            secrets.addAll(Secret.word(WORD));
            secrets.addAll(keys(platform, notice, Files.readAllBytes(
                    sealed.resolve("envelope.json"))));
            secrets.addAll(keys(platform, notice, envelope(platform, typed)));

            nothingIn(database(platform, secrets));
            nothingIn(new Search(secrets).files(platform.data()));
            Path heap = heap(platform);
            nothingIn(new Search(secrets).file("heap", heap));

            draft(mara.page(), officer, "A price told openly", "It costs " + PLANTED
                    + " or so, and a " + WORD + ".", platform);
            whatIsThereIsFound(platform, sealed, heap);
        }
    }

    private static void nothingIn(Search search) {
        assertEquals(Set.of(), search.findings());
    }

    /** The same searches for what has to be there; otherwise they would find nothing ever. */
    private void whatIsThereIsFound(TestPlatform platform, Path sealed, Path heap)
            throws Exception {
        List<Secret> open = new ArrayList<>(Secret.amount(PLANTED));
        open.addAll(Secret.word(WORD));
        open.add(new Secret("signature", Files.readAllBytes(sealed.resolve("envelope.p7s"))));
        open.add(new Secret("envelope", Files.readAllBytes(sealed.resolve("envelope.json"))));
        open.add(new Secret("encrypted", Files.readAllBytes(sealed.resolve("bid-1"))));
        Set<String> found = database(platform, open).findings();
        for (String one : List.of("bidding.bid.signature: signature",
                "bidding.bid.envelope: envelope", "documents.chunk.content: encrypted",
                "tendering.tender.draft: amount \"" + PLANTED + "\"",
                "tendering.tender.draft: word \"" + WORD + "\"")) {
            assertTrue(found.contains(one), found + " has no " + one);
        }

        Search files = new Search(List.of(Secret.text("planted", PLANTED),
                Secret.text("started", "WFLYSRV0025"))).files(platform.data());
        assertTrue(files.findings().contains("log/server.log: started \"WFLYSRV0025\""));
        assertTrue(files.findings().stream().anyMatch(one ->
                one.startsWith("postgresql/") && one.contains(PLANTED)), "the database's files");

        Search memory = new Search(List.of(
                Secret.text("property", platform.data().toString()),
                new Secret("signature of the authority", authority(platform).getSignature())));
        assertEquals(2, memory.file("heap", heap).findings().size(),
                "text and bytes in memory: " + memory.findings());
    }

    private static Search database(TestPlatform platform, List<Secret> secrets)
            throws Exception {
        try (Connection connection = platform.owner()) {
            Search search = new Search(secrets).database(connection);
            assertTrue(search.places().size() > 200, search.places().toString());
            return search;
        }
    }

    /** All objects that are still in use after a collection of garbage. */
    private Path heap(TestPlatform platform) throws Exception {
        Path dump = folder.resolve("heap.hprof");
        Tool.Said said = Tool.run(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Files.readString(platform.data().resolve("server.pid")).strip(),
                "GC.heap_dump", dump.toString());
        assertEquals(0, said.status(), said.output());
        return dump;
    }

    /** What openers could put together of an envelope: their shares, and with them its key. */
    private static List<Secret> keys(TestPlatform platform, byte[] notice, byte[] json)
            throws Exception {
        Envelope envelope = Envelope.read(json).orThrow();
        List<byte[]> shares = new ArrayList<>();
        List<Secret> keys = new ArrayList<>();
        for (String opener : OPENERS) {
            String file = opener.toLowerCase(Locale.ROOT).replace(' ', '-')
                    + "-encryption.p12";
            ShareKey key = ShareKey.of(SigningKey.open(platform.data().resolve("demo/" + file),
                    Person.PASSWORD.toCharArray()), BoxNotice.read(notice).orThrow().committee())
                    .orElseThrow();
            shares.add(ContentKey.share(key, envelope));
            keys.addAll(Secret.key("share of " + opener, shares.getLast()));
        }
        byte[] contentKey = ContentKey.of(shares.get(0), shares.get(1), shares.get(2))
                .orElseThrow();
        keys.addAll(Secret.key("content key", contentKey));
        return keys;
    }

    /** By the command, in this process: not a byte of it passes the server. */
    private Path seal(TestPlatform platform, byte[] notice) throws Exception {
        JsonObject tender = JsonParser.parseString(
                new String(notice, StandardCharsets.UTF_8)).getAsJsonObject();
        String lot = tender.getAsJsonArray("lots").get(0).getAsJsonObject()
                .get("id").getAsString();
        Files.write(folder.resolve("notice.json"), notice);
        Files.writeString(folder.resolve("plan.txt"), "Mind the " + WORD + ".");
        Files.writeString(folder.resolve("statement.json"), new Gson().toJson(Map.of(
                "bidder", bidder(platform), "currency", "EUR", "prices", "net",
                "lots", List.of(Map.of("lot", lot, "price", PRICE)))));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(out, out, Clock.systemUTC(),
                question -> Optional.of(Person.PASSWORD.toCharArray()));
        int status = Commands.run(Commands.ALL, List.of("seal", "--notice",
                folder.resolve("notice.json").toString(), "--keystore",
                platform.data().resolve("demo/ada-novak.p12").toString(), "--out",
                folder.resolve("sealed").toString(), folder.resolve("statement.json").toString(),
                folder.resolve("plan.txt").toString()), terminal).status();
        assertEquals(0, status, said.toString(StandardCharsets.UTF_8));
        return folder.resolve("sealed");
    }

    private static void send(Page page, String tender, Path sealed) throws Exception {
        String token = TenderIT.token(page);
        Map<String, Object> bid = new HashMap<>();
        bid.put("envelope", base64(sealed.resolve("envelope.json")));
        bid.put("signature", base64(sealed.resolve("envelope.p7s")));
        bid.put("texts", List.of(
                Map.of("name", "bid-0", "content", base64(sealed.resolve("bid-0"))),
                Map.of("name", "bid-1", "content", base64(sealed.resolve("bid-1")))));
        APIResponse answer = page.request().post("/api/v1/tenders/" + tender + "/bids",
                json(token).setData(new Gson().toJson(bid)));
        assertEquals(201, answer.status(), answer.text());
    }

    private static String base64(Path file) throws Exception {
        return Base64.getEncoder().encodeToString(Files.readAllBytes(file));
    }

    /** Whose bid Ada's is. */
    private static String bidder(TestPlatform platform) throws Exception {
        try (Connection connection = platform.owner(); var row = connection.createStatement()
                .executeQuery("""
                        SELECT id FROM parties.organisation
                        WHERE name = 'Example Insulation and Roofing Ltd'""")) {
            row.next();
            return row.getString(1);
        }
    }

    private static byte[] envelope(TestPlatform platform, String bid) throws Exception {
        try (Connection connection = platform.owner(); var query = connection.prepareStatement(
                "SELECT envelope FROM bidding.bid WHERE id = ?::uuid")) {
            query.setString(1, bid);
            try (var row = query.executeQuery()) {
                assertTrue(row.next(), "the bid is stored");
                return row.getBytes(1);
            }
        }
    }

    private static X509Certificate authority(TestPlatform platform) throws Exception {
        byte[] pem = Files.readAllBytes(platform.data().resolve("trust/demonstration.pem"));
        try (InputStream in = new ByteArrayInputStream(pem)) {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static String published(TestPlatform platform, Page page, String token)
            throws Exception {
        APIResponse draft = draft(page, token, "A weather station for the harbour",
                "A mast, and what turns on it.", platform);
        APIResponse published = page.request().post(
                draft.headers().get("location") + "/publish",
                json(token).setHeader("If-Match", draft.headers().get("etag")));
        assertEquals(201, published.status(), published.text());
        return JsonParser.parseString(published.text()).getAsJsonObject().get("id").getAsString();
    }

    private static APIResponse draft(Page page, String token, String title, String description,
            TestPlatform platform) throws Exception {
        platform.clock().advance(Duration.ZERO);
        List<String> openers = new ArrayList<>();
        Map<String, String> ids = new HashMap<>();
        for (JsonElement one : JsonParser.parseString(platform.get("/api/v1/openers").body())
                .getAsJsonObject().getAsJsonArray("items")) {
            ids.put(one.getAsJsonObject().get("name").getAsString(),
                    one.getAsJsonObject().get("id").getAsString());
        }
        OPENERS.forEach(name -> openers.add(ids.get(name)));
        Map<String, Object> content = new HashMap<>(Map.of("title", title,
                "description", description, "classification", "38120000", "prices", "net",
                "currency", "EUR", "zone", "UTC", "closesAt", "12:00"));
        content.put("closesOn", LocalDate.ofInstant(platform.clock().now(), ZoneOffset.UTC)
                .plusDays(3).toString());
        content.put("lots", List.of(Map.of("id", "1", "title", "Mast")));
        content.put("opening", Map.of("openers", openers, "threshold", "2", "envelopes", "one",
                "graceMinutes", "0", "periodDays", "1"));
        APIResponse begun = page.request().post("/api/v1/drafts",
                json(token).setData(new Gson().toJson(content)));
        assertEquals(201, begun.status(), begun.text());
        return begun;
    }

    private static RequestOptions json(String token) {
        return RequestOptions.create().setHeader("Content-Type", "application/json")
                .setHeader("Authorization", "Bearer " + token);
    }
}
