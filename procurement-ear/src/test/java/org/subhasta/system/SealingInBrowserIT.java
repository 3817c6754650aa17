package org.subhasta.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.subhasta.signing.CadesVerifier;
import org.subhasta.signing.CanonicalJson;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.SubIndication;
import org.subhasta.signing.Trust;
import org.subhasta.signing.sealing.Attachment;
import org.subhasta.signing.sealing.Committee;
import org.subhasta.signing.sealing.Envelope;
import org.subhasta.signing.sealing.Opening;
import org.subhasta.signing.sealing.PartName;
import org.subhasta.signing.sealing.Salted;
import org.subhasta.signing.sealing.Sealer;
import org.subhasta.signing.sealing.ShareKey;
import org.subhasta.signing.sealing.ShareOpening;

/**
 * The script that pages load and the Java part, each with fresh randomness: what one seals the
 * other opens. Keys and committees are the test vectors'; no platform runs.
 */
class SealingInBrowserIT {

    private static final Path SOURCES = Path.of(System.getProperty("subhasta.sources"));
    private static final String ADDRESS = "https://sealing.example/";
    private static final int MEGABYTE = 1024 * 1024;

    /** A person does not notice less than a second; a loaded test machine gets some more. */
    private static final long PATIENCE_MILLISECONDS = 3000;

    private static final String SEAL = """
            async ({committee, signer, password, content}) => {
              const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
              const base64 = async (blob) => {
                const read = new Uint8Array(await blob.arrayBuffer());
                let text = '';
                for (let i = 0; i < read.length; i += 32768) {
                  text += String.fromCharCode(...read.subarray(i, i + 32768));
                }
                return btoa(text);
              };
              const to = await Subhasta.readCommittee(committee);
              const opened = await Subhasta.openKeyFile(bytes(signer).buffer, password);
              const file = new File([bytes(content)], 'plan.pdf');
              const started = performance.now();
              const header = Subhasta.envelopeHeader({tender: 'tender-1', notice: 'ab'.repeat(32),
                  bidder: 'bidder-1', openers: to.fingerprint, kind: 'submit'});
              const attachments = await Subhasta.describeAttachments([file]);
              const statement = Subhasta.partStatement(header, 'bid',
                  {currency: 'EUR', prices: 'net'}, [{lot: '1', price: '12.00'}], attachments);
              const sealed = await Subhasta.sealBid({header, committee: to, opened,
                  parts: [{name: 'bid', statement, attachments}]});
              const took = performance.now() - started;
              return {took, envelope: sealed.envelope,
                  signature: await base64(new Blob([sealed.signature])),
                  texts: await Promise.all(sealed.texts.map(({blob}) => base64(blob)))};
            }""";

    private static final String OPEN = """
            async ({committee, keyStore, password, envelopes}) => {
              const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
              const of = await Subhasta.readCommittee(committee);
              const file = await Subhasta.openShareKeyFile(bytes(keyStore).buffer, password);
              const key = Subhasta.shareKey(file.key, file.about.fingerprint, of);
              const opened = await Subhasta.openShares(
                  {key, tender: 'tender-1', part: 'bid', envelopes});
              return opened.map(({share}) => btoa(String.fromCharCode(...share)));
            }""";

    private static Browser browser;
    private static Page page;

    private record Vector(Map<String, Object> members) {

        @Override
        public String toString() {
            return text("name");
        }

        String text(String member) {
            return (String) members.get(member);
        }

        Committee committee() {
            return Committee.read(utf8(text("committee"))).orThrow();
        }

        String keyStore(int opener) {
            return (String) ((Map<?, ?>) ((List<?>) members.get("openers")).get(opener))
                    .get("keyStore");
        }

        SigningKey key(int opener) throws Exception {
            return SigningKey.open(new ByteArrayInputStream(base64(keyStore(opener))),
                    text("password").toCharArray());
        }

        Map<String, Object> arguments() {
            return new HashMap<>(Map.of("committee", text("committee"),
                    "signer", text("signer"), "password", text("password")));
        }
    }

    @SuppressWarnings("unchecked")
    static Stream<Vector> vectors() throws IOException, ParseException {
        return ((List<Map<String, Object>>) JSONObjectUtils.parse(Files.readString(
                SOURCES.resolve("signing/src/test/vectors/sealed-bids.json"))).get("vectors"))
                .stream().map(Vector::new);
    }

    @BeforeAll
    static void load() {
        browser = Browser.open(ADDRESS);
        page = browser.visit();
        // An address that is only here: WebCrypto needs a page from a secure one.
        page.route("**/*", route -> route.fulfill(new Route.FulfillOptions()
                .setContentType("text/html").setBody("<!doctype html><title>sealing</title>")));
        page.navigate(ADDRESS);
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(SOURCES.resolve(
                "procurement-web/src/main/webapp/resources/js/signing.js")));
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    @DisplayName("what the browser signs and seals, Java verifies and every quorum opens")
    @SuppressWarnings("unchecked")
    void sealedInTheBrowser(Vector vector) throws Exception {
        byte[] content = new byte[MEGABYTE];
        new Random(1).nextBytes(content);
        Map<String, Object> arguments = vector.arguments();
        arguments.put("content", Base64.getEncoder().encodeToString(content));
        Map<String, Object> sealed = (Map<String, Object>) page.evaluate(SEAL, arguments);

        byte[] text = utf8((String) sealed.get("envelope"));
        Envelope envelope = Envelope.read(text).orThrow();
        assertSigned(text, base64((String) sealed.get("signature")));
        List<byte[]> texts = ((List<String>) sealed.get("texts")).stream()
                .map(SealingInBrowserIT::base64).toList();
        Committee committee = vector.committee();
        int openers = committee.openers().size();
        for (int without = 0; without < openers; without++) {
            Map<String, byte[]> shares = new TreeMap<>();
            for (int i = 0; i < committee.threshold(); i++) {
                ShareKey key = ShareKey.of(vector.key((without + i) % openers), committee)
                        .orElseThrow();
                shares.put(key.opener().id(), assertInstanceOf(ShareOpening.Opened.class,
                        key.open(envelope, PartName.BID)).share());
            }
            Opening.Opened opened = open(committee, envelope, shares, texts, content);
            assertSigned(opened.statement(), opened.signature());
        }
        double took = ((Number) sealed.get("took")).doubleValue();
        System.out.printf("sealing 1 MB in the browser (%s): %.0f ms%n", vector, took);
        assertTrue(took < PATIENCE_MILLISECONDS, took + " ms");
    }

    @ParameterizedTest
    @MethodSource("vectors")
    @DisplayName("what Java seals, every opener opens in the browser")
    void sealedInJava(Vector vector) throws Exception {
        Committee committee = vector.committee();
        byte[] content = utf8("a plan");
        Attachment attachment = new Attachment(Salted.salt(),
                content.length, () -> new ByteArrayInputStream(content));
        Envelope.Header header = new Envelope.Header(UUID.randomUUID(), "tender-1",
                "ab".repeat(32), "bidder-1", committee.fingerprint(), Envelope.Kind.SUBMIT,
                Optional.empty(), Instant.parse("2027-03-01T12:00:00Z"));
        byte[] statement = CanonicalJson.canonicalize("""
                {"format":"subhasta-bid-1","id":"%s","tender":"tender-1","notice":"%s",
                "bidder":"bidder-1","openers":"%s","kind":"submit","part":"bid",
                "madeAt":"2027-03-01T12:00:00Z",
                "attachments":[{"name":"plan.pdf","size":%d,"digest":"%s"}]}""".formatted(
                header.id(), header.notice(), header.openers(), content.length,
                attachment.digest()));
        List<ByteArrayOutputStream> written = new ArrayList<>();
        Envelope envelope = new Envelope(header, List.of(new Sealer(committee).seal(header,
                PartName.BID, statement, utf8("signature"), List.of(attachment), index -> {
                    written.add(new ByteArrayOutputStream());
                    return written.getLast();
                })));
        Map<String, byte[]> shares = new TreeMap<>();
        for (int i = 0; i < committee.openers().size(); i++) {
            Map<String, Object> arguments = vector.arguments();
            arguments.put("keyStore", vector.keyStore(i));
            arguments.put("envelopes", List.of(
                    new String(envelope.canonicalJson(), StandardCharsets.UTF_8)));
            List<?> opened = (List<?>) page.evaluate(OPEN, arguments);
            shares.put(committee.openers().get(i).id(), base64((String) opened.getFirst()));
            if (shares.size() == committee.threshold()) {
                open(committee, envelope, shares, written.stream()
                        .map(ByteArrayOutputStream::toByteArray).toList(), content);
                shares.clear();
            }
        }
    }

    private static Opening.Opened open(Committee committee, Envelope envelope,
            Map<String, byte[]> shares, List<byte[]> texts, byte[] content) throws IOException {
        List<byte[]> files = new ArrayList<>();
        Opening.Opened opened = assertInstanceOf(Opening.Opened.class, Opening.open(committee,
                envelope, PartName.BID, shares,
                index -> Optional.of(new ByteArrayInputStream(texts.get(index))),
                (index, salt, bytes, length) -> files.add(Arrays.copyOf(bytes, length))));
        assertArrayEquals(content, files.getFirst());
        return opened;
    }

    /** The vectors' signers vouch for themselves: all holds, only nobody trusts them. */
    private static void assertSigned(byte[] content, byte[] signature) {
        assertEquals(Optional.of(SubIndication.NO_CERTIFICATE_CHAIN_FOUND),
                CadesVerifier.verify(content, signature, Trust.of(List.of()), Instant.now())
                        .subIndication());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] base64(String text) {
        return Base64.getDecoder().decode(text);
    }
}
