package org.subhasta.signing.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.subhasta.signing.CadesVerifier;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.SubIndication;
import org.subhasta.signing.Trust;

/** The vectors that the browser's script reads too: what is sealed there is sealed here alike. */
class VectorsTest {

    record Vector(String name, Map<String, Object> members) {

        @Override
        public String toString() {
            return name;
        }

        byte[] utf8(String member) {
            return ((String) members.get(member)).getBytes(StandardCharsets.UTF_8);
        }

        Committee committee() {
            return Committee.read(utf8("committee")).orThrow();
        }

        Envelope envelope() {
            return Envelope.read(utf8("envelope")).orThrow();
        }

        Bidding bidding() throws Exception {
            List<SigningKey> keys = new ArrayList<>();
            for (Map<String, Object> opener : list(members.get("openers"))) {
                keys.add(SigningKey.open(
                        new ByteArrayInputStream(base64(opener.get("keyStore"))),
                        ((String) members.get("password")).toCharArray()));
            }
            return new Bidding(committee(), keys);
        }
    }

    static Stream<Vector> vectors() throws Exception {
        return list(JSONObjectUtils.parse(Files.readString(WriteVectors.FILE)).get("vectors"))
                .stream().map(vector -> new Vector((String) vector.get("name"), vector));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    @DisplayName("the same secrets seal to the same bytes")
    void seals(Vector vector) throws Exception {
        Envelope envelope = vector.envelope();
        List<Envelope.Part> sealed = new ArrayList<>();
        for (Map<String, Object> part : list(vector.members().get("parts"))) {
            PartName name = PartName.of((String) part.get("name")).orElseThrow();
            List<Attachment> attachments = list(part.get("attachments")).stream().map(file -> {
                byte[] content = base64(file.get("content"));
                return new Attachment(hex(file.get("salt")), content.length,
                        () -> new ByteArrayInputStream(content));
            }).toList();
            Map<Integer, ByteArrayOutputStream> written = new TreeMap<>();
            sealed.add(new Sealer(vector.committee()).seal(envelope.header(), name,
                    utf8(part.get("statement")), base64(part.get("signature")), attachments,
                    index -> Bidding.into(written, index), new Sealer.Secrets(
                            hex(part.get("contentKey")), hexes(part.get("coefficients")),
                            hexes(part.get("ephemerals")), hex(part.get("salt")))));
            List<?> texts = (List<?>) part.get("texts");
            assertEquals(texts.size(), written.size());
            written.forEach((index, text) ->
                    assertArrayEquals(base64(texts.get(index)), text.toByteArray()));
        }
        assertArrayEquals(vector.utf8("envelope"),
                new Envelope(envelope.header(), sealed).canonicalJson());
        assertEquals(vector.members().get("fingerprint"), vector.committee().fingerprint());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    @DisplayName("every quorum opens every part, attachments included")
    void opens(Vector vector) throws Exception {
        Bidding bidding = vector.bidding();
        for (Map<String, Object> part : list(vector.members().get("parts"))) {
            PartName name = PartName.of((String) part.get("name")).orElseThrow();
            List<?> texts = (List<?>) part.get("texts");
            List<byte[]> files = list(part.get("attachments")).stream()
                    .map(file -> base64(file.get("content"))).toList();
            for (List<Integer> quorum : Bidding.quorums(bidding.committee.threshold(),
                    bidding.committee.openers().size())) {
                List<byte[]> taken = new ArrayList<>();
                Opening.Opened opened = assertInstanceOf(Opening.Opened.class, Opening.open(
                        bidding.committee, vector.envelope(), name,
                        shares(bidding, vector.envelope(), name, quorum, part),
                        index -> Optional.of(new ByteArrayInputStream(base64(texts.get(index)))),
                        (index, salt, bytes, length) -> taken.add(Arrays.copyOf(bytes, length))));
                assertArrayEquals(utf8(part.get("statement")), opened.statement());
                assertArrayEquals(base64(part.get("signature")), opened.signature());
                assertEquals(files.size(), taken.size());
                for (int i = 0; i < files.size(); i++) {
                    assertArrayEquals(files.get(i), taken.get(i));
                }
            }
        }
    }

    private static Map<String, byte[]> shares(Bidding bidding, Envelope envelope, PartName name,
            List<Integer> quorum, Map<String, Object> part) {
        Map<String, byte[]> shares = new TreeMap<>();
        for (int opener : quorum) {
            ShareKey key = ShareKey.of(bidding.keys.get(opener), bidding.committee).orElseThrow();
            byte[] share = assertInstanceOf(ShareOpening.Opened.class, key.open(envelope, name))
                    .share();
            assertArrayEquals(hexes(part.get("shares")).get(opener), share);
            shares.put(key.opener().id(), share);
        }
        return shares;
    }

    @ParameterizedTest
    @MethodSource("vectors")
    @DisplayName("envelope and statements are signed; nothing but trust in the signer is missing")
    void signatures(Vector vector) {
        assertSigned(vector.utf8("envelope"), base64(vector.members().get("signature")));
        for (Map<String, Object> part : list(vector.members().get("parts"))) {
            assertSigned(utf8(part.get("statement")), base64(part.get("signature")));
        }
    }

    private static void assertSigned(byte[] content, byte[] signature) {
        assertEquals(Optional.of(SubIndication.NO_CERTIFICATE_CHAIN_FOUND),
                CadesVerifier.verify(content, signature, Trust.of(List.of()), Bidding.NOW)
                        .subIndication());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object member) {
        return (List<Map<String, Object>>) member;
    }

    private static byte[] utf8(Object text) {
        return ((String) text).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] base64(Object text) {
        return Base64.getDecoder().decode((String) text);
    }

    private static byte[] hex(Object text) {
        return HexFormat.of().parseHex((String) text);
    }

    private static List<byte[]> hexes(Object texts) {
        return ((List<?>) texts).stream().map(VectorsTest::hex).toList();
    }
}
