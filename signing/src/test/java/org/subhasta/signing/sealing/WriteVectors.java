package org.subhasta.signing.sealing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.util.BigIntegers;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.SigningKey;

/**
 * Writes the test vectors anew: only where the format changes, since whoever implements it checks
 * against these. All that is random in sealing is SHA-256 of a name; keys and signatures are fresh.
 *
 * <p>Run {@link #main} in the folder {@code signing}.
 */
final class WriteVectors {

    static final Path FILE = Path.of("src", "test", "vectors", "sealed-bids.json");

    private WriteVectors() {
    }

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(3072);
        List<Object> vectors = new ArrayList<>();
        vectors.add(vector("one envelope, EC signer, 2 of 3, no attachments",
                new Bidding(2, 3), Bidding.pair("secp256r1"), List.of(PartName.BID), List.of()));
        vectors.add(vector("one envelope, RSA signer, 3 of 5, three attachments",
                new Bidding(3, 5), rsa.generateKeyPair(), List.of(PartName.BID),
                List.of(new byte[0], pattern(4096), pattern(5000))));
        vectors.add(vector("two envelopes, EC signer, 2 of 2, one attachment each",
                new Bidding(2, 2), Bidding.pair("secp384r1"),
                List.of(PartName.TECHNICAL, PartName.PRICE),
                List.of("Zwölf Stück".getBytes(StandardCharsets.UTF_8))));
        byte[] json = Json.canonical(Map.of("vectors", vectors));
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, json);
    }

    private static byte[] pattern(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 7);
        }
        return bytes;
    }

    private static byte[] secret(String name) {
        return Sha256.digest(name.getBytes(StandardCharsets.UTF_8));
    }

    static Sealer.Secrets secrets(String name, Committee committee) {
        return new Sealer.Secrets(secret(name + " content key"),
                IntStream.range(1, committee.threshold())
                        .mapToObj(i -> secret(name + " coefficient " + i)).toList(),
                committee.openers().stream()
                        .map(opener -> secret(name + " ephemeral " + opener.id())).toList(),
                secret(name + " salt"));
    }

    private static Map<String, Object> vector(String name, Bidding bidding, KeyPair signer,
            List<PartName> names, List<byte[]> files)
            throws IOException, GeneralSecurityException {
        SigningKey key = Bidding.key("bidder", signer,
                KeyUsage.digitalSignature | KeyUsage.nonRepudiation);
        boolean first = names.size() == 1;
        Envelope.Header header = new Envelope.Header(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), "tender-1",
                Bidding.NOTICE, "bidder-1", bidding.committee.fingerprint(),
                first ? Envelope.Kind.SUBMIT : Envelope.Kind.REPLACE,
                first ? Optional.empty() : Optional.of(UUID.nameUUIDFromBytes(new byte[1])),
                Bidding.NOW);
        List<Envelope.Part> sealed = new ArrayList<>();
        List<Object> parts = new ArrayList<>();
        for (PartName part : names) {
            parts.add(part(name, bidding, header, part, key, files, sealed));
        }
        byte[] envelope = new Envelope(header, sealed).canonicalJson();
        Map<String, Object> vector = new LinkedHashMap<>();
        vector.put("name", name);
        vector.put("committee", text(bidding.committee.canonicalJson()));
        vector.put("fingerprint", bidding.committee.fingerprint());
        vector.put("password", new String(Bidding.PASSWORD));
        vector.put("signer", keyStore(key));
        vector.put("openers", bidding.keys.stream().map(WriteVectors::opener).toList());
        vector.put("header", Stream.concat(Envelope.binding(header).entrySet().stream(),
                Stream.of(Map.entry("madeAt", header.madeAt().toString())))
                .collect(LinkedHashMap::new, (map, e) -> map.put(e.getKey(), e.getValue()),
                        Map::putAll));
        vector.put("parts", parts);
        vector.put("envelope", text(envelope));
        vector.put("signature", Json.base64(CadesSigner.sign(envelope, key, Bidding.NOW)));
        return vector;
    }

    private static Map<String, Object> part(String vector, Bidding bidding,
            Envelope.Header header, PartName name, SigningKey key, List<byte[]> files,
            List<Envelope.Part> sealed) throws IOException {
        List<Attachment> attachments = new ArrayList<>();
        List<Object> told = new ArrayList<>();
        for (byte[] file : files) {
            byte[] salt = secret(vector + name + " salt of file " + attachments.size());
            attachments.add(new Attachment(salt, file.length,
                    () -> new ByteArrayInputStream(file)));
            told.add(Map.of("name", "file.pdf", "salt", hex(salt),
                    "content", Json.base64(file)));
        }
        byte[] statement = Bidding.statement(header, name, attachments);
        byte[] signature = CadesSigner.sign(statement, key, Bidding.NOW);
        Sealer.Secrets secrets = secrets(vector + name, bidding.committee);
        Map<Integer, ByteArrayOutputStream> written = new TreeMap<>();
        sealed.add(new Sealer(bidding.committee).seal(header, name, statement, signature,
                attachments, index -> Bidding.into(written, index), secrets));
        List<byte[]> polynomial = new ArrayList<>(List.of(secrets.contentKey()));
        polynomial.addAll(secrets.coefficients());
        TextCipher cipher = new TextCipher(secrets.contentKey(), header, name);
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("name", name.code());
        part.put("statement", text(statement));
        part.put("signature", Json.base64(signature));
        part.put("contentKey", hex(secrets.contentKey()));
        part.put("coefficients", secrets.coefficients().stream().map(WriteVectors::hex).toList());
        part.put("ephemerals", secrets.ephemerals().stream().map(WriteVectors::hex).toList());
        part.put("salt", hex(secrets.salt()));
        part.put("attachments", told);
        part.put("shares", IntStream.rangeClosed(1, bidding.committee.openers().size())
                .mapToObj(x -> hex(Shamir.share(polynomial, x))).toList());
        part.put("shareContexts", bidding.committee.openers().stream().map(opener ->
                text(TextCipher.shareContext(header, name, opener.id()))).toList());
        part.put("textContexts", written.keySet().stream().map(index ->
                text(cipher.textContext(index))).toList());
        part.put("textKeys", written.keySet().stream().map(index ->
                hex(cipher.derived(index))).toList());
        part.put("texts", written.values().stream().map(text ->
                Json.base64(text.toByteArray())).toList());
        return part;
    }

    private static Map<String, Object> opener(SigningKey key) {
        return Map.of("keyStore", keyStore(key), "privateKey", hex(
                BigIntegers.asUnsignedByteArray(32, ((ECPrivateKey) key.privateKey()).getS())));
    }

    private static String keyStore(SigningKey key) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            key.writePkcs12(out, "key", Bidding.PASSWORD);
            return Json.base64(out.toByteArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
