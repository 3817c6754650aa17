package org.subhasta.signing.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subhasta.signing.CadesVerifier;
import org.subhasta.signing.CanonicalJson;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.Trust;
import org.subhasta.signing.log.Checkpoint;
import org.subhasta.signing.log.Hash;
import org.subhasta.signing.log.KeyKind;
import org.subhasta.signing.log.LogProof;
import org.subhasta.signing.log.SignerKey;
import org.subhasta.signing.sealing.Committee;
import org.subhasta.signing.sealing.Envelope;
import org.subhasta.signing.sealing.Opener;
import org.subhasta.signing.sealing.Opening;
import org.subhasta.signing.sealing.OpeningAct;
import org.subhasta.signing.sealing.PartName;
import org.subhasta.signing.sealing.Rehearsal;

@DisplayName("On the command line")
class SealingCommandsTest {

    private static final Instant DEADLINE = Instant.parse("2027-03-01T12:00:00Z");
    private static final Instant BEGAN = DEADLINE.minusSeconds(3600);
    private static final CertificateAuthority AUTHORITY =
            CertificateAuthority.create("Test authority", BEGAN);
    private static final SignerKey LOG =
            SignerKey.generate("log.example.org", KeyKind.LOG, new SecureRandom());
    private static final List<SigningKey> SHARE_KEYS = Stream.of("one", "two", "three")
            .map(name -> AUTHORITY.issueForEncryption(name, "Example", "NL", BEGAN)).toList();
    private static final Committee COMMITTEE = new Committee(List.of(
            new Opener("opener-1", SHARE_KEYS.get(0).certificate()),
            new Opener("opener-2", SHARE_KEYS.get(1).certificate()),
            new Opener("opener-3", SHARE_KEYS.get(2).certificate())), 2);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Instant now = DEADLINE.plusSeconds(60);

    @BeforeEach
    void files() throws Exception {
        write("signer.p12", AUTHORITY.issue("Ada Example", "Example Ltd", "NL", BEGAN));
        for (int i = 0; i < 3; i++) {
            write("shares-" + (i + 1) + ".p12", SHARE_KEYS.get(i));
        }
        write("stranger.p12", AUTHORITY.issueForEncryption("four", "Example", "NL", BEGAN));
        Files.writeString(folder.resolve("ca.pem"),
                CertificateAuthority.pem(AUTHORITY.certificate()));
        Files.writeString(folder.resolve("log.vkey"), LOG.verifier() + "\n");
        notice("notice.json", "tender-1");
        notice("other-notice.json", "tender-2");
        closing("closing", "box/tender-1", "box-closed", LOG);
        Files.writeString(folder.resolve("offer.json"), """
                {"bidder": "bidder-1", "currency": "EUR", "prices": "net",
                 "lots": [{"lot": "1", "price": "1200.50"}]}""");
        Files.writeString(folder.resolve("plan.pdf"), "a plan");
    }

    private void write(String name, SigningKey key) throws Exception {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            key.writePkcs12(out, "key", "secret".toCharArray());
        }
    }

    private void notice(String name, String tender) throws Exception {
        Files.write(folder.resolve(name), CanonicalJson.canonicalize("""
                {"format": "subhasta-notice-1", "id": "%s", "title": "Bridges",
                 "deadline": {"instant": "%s", "zone": "UTC"},
                 "opening": {"graceMinutes": 30, "committee": %s}}""".formatted(tender, DEADLINE,
                new String(COMMITTEE.canonicalJson(), UTF_8))));
    }

    private void closing(String name, String subject, String act, SignerKey log)
            throws Exception {
        byte[] leaf = CanonicalJson.canonicalize("""
                {"format": "subhasta-leaf-1", "at": "%s", "header": {"subject": "%s",
                 "act": "%s", "sequence": 3, "actor": "system:closing", "payload": "ab"}}"""
                .formatted(DEADLINE, subject, act));
        Checkpoint head = new Checkpoint("log.example.org", 1, Hash.ofLeaf(leaf));
        Files.write(folder.resolve(name),
                new LogProof(leaf, 0, List.of(), log.sign(head.text())).bytes());
    }

    private int run(String... arguments) {
        said.reset();
        PrintStream out = new PrintStream(said, true, UTF_8);
        List<String> resolved = Arrays.stream(arguments).map(argument -> argument.startsWith("@")
                ? folder.resolve(argument.substring(1)).toString() : argument).toList();
        Terminal terminal = new Terminal(out, out, Clock.fixed(now, ZoneOffset.UTC),
                question -> Optional.of("secret".toCharArray()));
        return Commands.run(Commands.ALL, resolved, terminal).status();
    }

    private int seal(String... more) {
        List<String> arguments = new ArrayList<>(List.of("seal", "--notice", "@notice.json",
                "--keystore", "@signer.p12"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int openShare(int opener, String out, String... more) {
        List<String> arguments = new ArrayList<>(List.of("open-share", "--notice",
                "@notice.json", "--closing", "@closing", "--trust", "@log.vkey", "--keystore",
                "@signer.p12", "--share-key", "@shares-" + opener + ".p12", "--out", out));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private String said() {
        return said.toString(UTF_8);
    }

    private Envelope envelope(String name) throws Exception {
        byte[] json = Files.readAllBytes(folder.resolve(name).resolve("envelope.json"));
        assertTrue(CadesVerifier.verify(json,
                Files.readAllBytes(folder.resolve(name).resolve("envelope.p7s")),
                Trust.of(List.of(AUTHORITY.certificate())), now).passed());
        return Envelope.read(json).orThrow();
    }

    private OpeningAct act(String name) throws Exception {
        return OpeningAct.read(Files.readAllBytes(
                folder.resolve(name).resolve("opening-act.json"))).orThrow();
    }

    private Opening.Result open(String bid, PartName part, List<String> attachments,
            String... acts) throws Exception {
        Envelope envelope = envelope(bid);
        Map<String, byte[]> shares = new LinkedHashMap<>();
        for (String name : acts) {
            act(name).shares().stream()
                    .filter(share -> share.bid().equals(envelope.header().id()))
                    .forEach(share -> shares.put(actOpener(name), share.share().orElseThrow()));
        }
        return Opening.open(COMMITTEE, envelope, part, shares, index -> Optional.of(
                Files.newInputStream(folder.resolve(bid).resolve(part.code() + "-" + index))),
                (index, salt, bytes, length) ->
                        attachments.add(new String(bytes, 0, length, UTF_8)));
    }

    private String actOpener(String name) {
        try {
            return act(name).opener();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("a bid is sealed, its shares opened by two of three, and the bid is open")
    void sealAndOpen() throws Exception {
        assertEquals(0, seal("--trust", "@ca.pem", "--out", "@bid", "@offer.json", "@plan.pdf"),
                said());
        assertTrue(said().contains("Any 2 of these 3") && said().contains("(trusted)"), said());
        byte[] announced = Files.readAllBytes(folder.resolve("bid/announcement.json"));
        assertTrue(new String(announced, UTF_8).contains("\"envelope\":\"" + Sha256.hex(
                Files.readAllBytes(folder.resolve("bid/envelope.json"))) + "\""));
        assertTrue(CadesVerifier.verify(announced,
                Files.readAllBytes(folder.resolve("bid/announcement.p7s")),
                Trust.of(List.of(AUTHORITY.certificate())), now).passed());
        assertEquals(0, openShare(1, "@act-1", "@bid/envelope.json"), said());
        assertEquals(0, openShare(3, "@act-3", "@bid/envelope.json"), said());
        List<String> attachments = new ArrayList<>();
        Opening.Opened opened = assertInstanceOf(Opening.Opened.class,
                open("bid", PartName.BID, attachments, "act-1", "act-3"));
        assertEquals(List.of("a plan"), attachments);
        String statement = new String(opened.statement(), UTF_8);
        assertTrue(statement.contains("\"price\":\"1200.50\"")
                && statement.contains("\"notice\":\"" + Sha256.hex(
                        Files.readAllBytes(folder.resolve("notice.json"))) + "\""), statement);
        assertTrue(CadesVerifier.verify(opened.statement(), opened.signature(),
                Trust.of(List.of(AUTHORITY.certificate())), now).passed());
        OpeningAct act = act("act-1");
        assertEquals("tender-1", act.tender());
        assertEquals(LogProof.parse(Files.readAllBytes(folder.resolve("closing"))).leafHash()
                .hex(), act.entry());
    }

    @Test
    @DisplayName("two envelopes are sealed apart, and the price opens after the evaluation only")
    void twoEnvelopes() throws Exception {
        Files.writeString(folder.resolve("technical.json"), "{\"bidder\": \"bidder-1\"}");
        assertEquals(0, seal("--price", "@offer.json", "--price-attachment", "@plan.pdf",
                "--out", "@bid", "@technical.json"), said());
        assertEquals(1, openShare(1, "@early", "--part", "price", "@bid/envelope.json"));
        assertTrue(said().contains("Nothing was opened"), said());
        closing("closing", "box/tender-1", "technical-evaluated", LOG);
        assertEquals(0, openShare(1, "@act-1", "--part", "price", "@bid/envelope.json"), said());
        assertEquals(0, openShare(2, "@act-2", "--part", "price", "@bid/envelope.json"), said());
        assertInstanceOf(Opening.Opened.class,
                open("bid", PartName.PRICE, new ArrayList<>(), "act-1", "act-2"));
        assertInstanceOf(Opening.Invalid.class,
                open("bid", PartName.TECHNICAL, new ArrayList<>(), "act-1", "act-2"));
    }

    @Test
    @DisplayName("a withdrawal is signed and has nothing to seal")
    void withdraw() throws Exception {
        Files.writeString(folder.resolve("withdrawal.json"), """
                {"bidder": "bidder-1", "kind": "withdraw",
                 "replaces": "10000000-0000-4000-8000-000000000000"}""");
        assertEquals(0, seal("--out", "@bid", "@withdrawal.json"), said());
        assertEquals(List.of(), envelope("bid").parts());
        try (Stream<Path> files = Files.list(folder.resolve("bid"))) {
            assertEquals(2, files.count());
        }
    }

    @Test
    @DisplayName("nothing is sealed to openers that are not trusted")
    void openersNotTrusted() throws Exception {
        Files.writeString(folder.resolve("other.pem"), CertificateAuthority.pem(
                CertificateAuthority.create("Other", BEGAN).certificate()));
        assertEquals(3, seal("--trust", "@other.pem", "--out", "@bid", "@offer.json"));
        assertTrue(said().contains("NOT TRUSTED") && said().contains("Nothing was sealed"));
        assertFalse(Files.exists(folder.resolve("bid")));
    }

    @Test
    @DisplayName("a statement that contradicts the notice, or is none, is refused")
    void statements() throws Exception {
        for (Map.Entry<String, String> wrong : Map.of(
                "{\"bidder\":\"b\",\"tender\":\"tender-2\"}", "tender",
                "{\"bidder\":\"b\",\"kind\":\"replace\"}", "replaces",
                "{\"bidder\":\"b\",\"kind\":\"offer\"}", "kind",
                "{\"bidder\":\"b\",\"id\":\"7\"}", "id",
                "{\"kind\":\"submit\"}", "bidder",
                "[1]", "no JSON object",
                "hello", "no JSON object").entrySet()) {
            Files.writeString(folder.resolve("wrong.json"), wrong.getKey());
            assertEquals(1, seal("--out", "@bid", "@wrong.json"), wrong.getKey());
            assertTrue(said().contains(wrong.getValue()), said());
        }
        assertEquals(2, seal("--out", "@bid"));
        assertEquals(2, seal("--price-attachment", "@plan.pdf", "--out", "@bid", "@offer.json"));
        assertEquals(2, seal("--out", "@", "@offer.json"), "a folder with something in it");
        assertEquals(1, run("seal", "--notice", "@offer.json", "--keystore", "@signer.p12",
                "--out", "@new", "@offer.json"));
        assertTrue(said().contains("cannot be used"), said());
    }

    @Test
    @DisplayName("no share is opened before the deadline, nor without a proof from the own log")
    void notBeforeTheClosing() throws Exception {
        assertEquals(0, seal("--out", "@bid", "@offer.json"), said());
        now = DEADLINE.minusSeconds(1);
        assertEquals(1, openShare(1, "@act", "@bid/envelope.json"));
        assertTrue(said().contains("clock"), said());
        now = DEADLINE.plusSeconds(60);
        closing("closing", "box/tender-2", "box-closed", LOG);
        assertEquals(1, openShare(1, "@act", "@bid/envelope.json"));
        closing("closing", "box/tender-1", "bid-received", LOG);
        assertEquals(1, openShare(1, "@act", "@bid/envelope.json"));
        closing("closing", "box/tender-1", "box-closed",
                SignerKey.generate("log.example.org", KeyKind.LOG, new SecureRandom()));
        assertEquals(1, openShare(1, "@act", "@bid/envelope.json"));
        assertTrue(said().contains("not signed"), said());
        Files.writeString(folder.resolve("closing"), "closed, believe me");
        assertEquals(1, openShare(1, "@act", "@bid/envelope.json"));
        assertFalse(Files.exists(folder.resolve("act")));
    }

    @Test
    @DisplayName("a bid for another tender is not touched, and a key of nobody opens nothing")
    void strangers() throws Exception {
        assertEquals(0, seal("--out", "@bid", "@offer.json"), said());
        assertEquals(0, run("seal", "--notice", "@other-notice.json", "--keystore",
                "@signer.p12", "--out", "@other", "@offer.json"), said());
        assertEquals(1, openShare(1, "@act", "@bid/envelope.json", "@other/envelope.json"));
        assertTrue(said().contains("another tender"), said());
        assertEquals(1, openShare(1, "@act", "@bid/envelope.json", "@bid/envelope.json"));
        Files.copy(folder.resolve("stranger.p12"), folder.resolve("shares-4.p12"));
        assertEquals(1, openShare(4, "@act-4", "@bid/envelope.json"));
        assertTrue(said().contains("none of the opening committee's"), said());
        assertEquals(2, openShare(1, "@act", "--part", "all", "@bid/envelope.json"));
    }

    @Test
    @DisplayName("a share that cannot be opened is written down, and the others are released")
    void oneThatCannotBeOpened() throws Exception {
        assertEquals(0, seal("--out", "@bid", "@offer.json"), said());
        assertEquals(0, seal("--out", "@spoilt", "@offer.json"), said());
        Path spoilt = folder.resolve("spoilt/envelope.json");
        Envelope.Share first = envelope("bid").parts().getFirst().shares().getFirst();
        Envelope.Share own = envelope("spoilt").parts().getFirst().shares().getFirst();
        Files.writeString(spoilt, Files.readString(spoilt).replace(
                Base64.getEncoder().encodeToString(own.sealed()),
                Base64.getEncoder().encodeToString(first.sealed())));
        assertEquals(0, openShare(1, "@act", "@spoilt/envelope.json", "@bid/envelope.json"));
        assertTrue(said().contains("Opened 1 of 2"), said());
    }

    @Test
    @DisplayName("a rehearsal proves an opener's key and answers nobody else's challenge")
    void rehearse() throws Exception {
        Rehearsal.Challenge asked =
                Rehearsal.challenge("tender-1", COMMITTEE.openers().getFirst());
        Files.writeString(folder.resolve("challenge.json"),
                "{\"enc\":\"%s\",\"sealed\":\"%s\",\"opener\":\"opener-1\"}".formatted(
                        Base64.getEncoder().encodeToString(asked.enc()),
                        Base64.getEncoder().encodeToString(asked.sealed())));
        assertEquals(0, rehearse("@notice.json", 1, "@answer", "@challenge.json"), said());
        byte[] answer = Files.readAllBytes(folder.resolve("answer/rehearsal.json"));
        CanonicalJson.requireCanonical(answer);
        assertTrue(new String(answer, UTF_8).contains("\"secret\":\""
                + Base64.getEncoder().encodeToString(asked.secret()) + "\""));
        assertArrayEquals(new byte[] {0x30}, Arrays.copyOf(
                Files.readAllBytes(folder.resolve("answer/rehearsal.p7s")), 1));
        assertEquals(1, rehearse("@notice.json", 2, "@other", "@challenge.json"));
        assertEquals(1, rehearse("@other-notice.json", 1, "@other", "@challenge.json"));
        assertEquals(1, rehearse("@notice.json", 1, "@other", "@offer.json"));
        assertTrue(said().contains("no challenge"), said());
    }

    private int rehearse(String notice, int opener, String out, String challenge) {
        return run("rehearse", "--notice", notice, "--keystore", "@signer.p12", "--share-key",
                "@shares-" + opener + ".p12", "--out", out, challenge);
    }
}
