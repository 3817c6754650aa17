package org.subhasta.bench;

import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.CadesVerifier;
import org.subhasta.signing.CanonicalJson;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.Trust;
import org.subhasta.signing.sealing.Attachment;
import org.subhasta.signing.sealing.Committee;
import org.subhasta.signing.sealing.Envelope;
import org.subhasta.signing.sealing.Opener;
import org.subhasta.signing.sealing.Opening;
import org.subhasta.signing.sealing.PartName;
import org.subhasta.signing.sealing.Salted;
import org.subhasta.signing.sealing.Sealer;
import org.subhasta.signing.sealing.ShareKey;
import org.subhasta.signing.sealing.ShareOpening;

/**
 * Bids of one megabyte, sealed to a committee of three of five: opened as the platform opens them,
 * and sealed by the script that pages load. The bare work is AES-GCM of the same bytes.
 */
final class Sealing {

    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
    private static final String NOTICE = "ab".repeat(32);
    private static final int MEGABYTE = 1024 * 1024;
    private static final int THRESHOLD = 3;
    private static final int OPENERS = 5;
    private static final int BIDS = 500;
    private static final double MILLIS = 1_000;

    /** So many different ones that no cache of the processor holds them. */
    private static final int DIFFERENT = 50;

    private final Trust trust;
    private final SigningKey bidder;
    private final List<SigningKey> keys;
    private final Committee committee;
    private final byte[] plan = "a bid of one megabyte, ".repeat(MEGABYTE / 23 + 1)
            .substring(0, MEGABYTE).getBytes(StandardCharsets.UTF_8);

    /** A sealed bid, and the shares that three openers have released of it. */
    private record Bid(Envelope envelope, List<byte[]> texts, Map<String, byte[]> shares) {
    }

    Sealing() {
        Instant began = NOW.minus(Duration.ofDays(1));
        CertificateAuthority authority = CertificateAuthority.create(
                "Authority of sealed bids", began);
        trust = Trust.of(List.of(authority.certificate()));
        bidder = authority.issue("Bidder", "Benchmark", "NL", began);
        keys = IntStream.range(0, OPENERS).mapToObj(i ->
                authority.issueForEncryption("Opener " + i, "Benchmark", "NL", began)).toList();
        committee = new Committee(IntStream.range(0, OPENERS).mapToObj(i ->
                new Opener("opener-" + i, keys.get(i).certificate())).toList(), THRESHOLD);
    }

    /** Measures both. */
    void run(Table table) throws Exception {
        opening(table);
        sealing(table);
    }

    private void opening(Table table) throws Exception {
        List<Bid> bids = new ArrayList<>();
        for (int i = 0; i < DIFFERENT; i++) {
            bids.add(sealed());
        }
        int[] turn = new int[2];
        double[] rates = Rates.of(
                () -> open(bids.get(turn[0]++ % DIFFERENT)),
                () -> decrypted(turn[1]++ % DIFFERENT));
        table.line("1 MB bids opened (3 of 5)", rates[0], "AES-GCM, 1 MB, decrypted", rates[1]);
        table.note("%d such bids are opened in %.1f s".formatted(BIDS, BIDS / rates[0]));
    }

    private Bid sealed() throws Exception {
        Attachment file = new Attachment(Salted.salt(), plan.length,
                () -> new ByteArrayInputStream(plan));
        Envelope.Header header = new Envelope.Header(UUID.randomUUID(), "tender-1", NOTICE,
                "bidder-1", committee.fingerprint(), Envelope.Kind.SUBMIT, Optional.empty(), NOW);
        byte[] statement = statement(header, file);
        List<ByteArrayOutputStream> texts = new ArrayList<>();
        Envelope.Part part = new Sealer(committee).seal(header, PartName.BID, statement,
                CadesSigner.sign(statement, bidder, NOW), List.of(file), index -> {
                    texts.add(new ByteArrayOutputStream());
                    return texts.get(index);
                });
        Envelope envelope = new Envelope(header, List.of(part));
        Map<String, byte[]> shares = keys.subList(0, THRESHOLD).stream()
                .map(key -> ShareKey.of(key, committee).orElseThrow())
                .collect(Collectors.toMap(key -> key.opener().id(), key -> share(key, envelope)));
        return new Bid(envelope,
                texts.stream().map(ByteArrayOutputStream::toByteArray).toList(), shares);
    }

    private static byte[] statement(Envelope.Header header, Attachment file) throws Exception {
        return CanonicalJson.canonicalize(Json.createObjectBuilder()
                .add("format", "subhasta-bid-1").add("id", header.id().toString())
                .add("tender", header.tender()).add("notice", header.notice())
                .add("bidder", header.bidder()).add("openers", header.openers())
                .add("kind", header.kind().code()).add("part", PartName.BID.code())
                .add("currency", "EUR").add("prices", "net")
                .add("lots", Json.createArrayBuilder().add(Json.createObjectBuilder()
                        .add("lot", "1").add("price", "12.00")))
                .add("attachments", Json.createArrayBuilder().add(Json.createObjectBuilder()
                        .add("name", "plan.pdf").add("size", file.size())
                        .add("digest", file.digest())))
                .add("madeAt", header.madeAt().toString()).build().toString());
    }

    private static byte[] share(ShareKey key, Envelope envelope) {
        return switch (key.open(envelope, PartName.BID)) {
            case ShareOpening.Opened(byte[] share) -> share;
            case ShareOpening other -> throw new IllegalStateException(other.toString());
        };
    }

    /** As at an opening: shares joined, decrypted, all checked, the statement's signature too. */
    private Object open(Bid bid) throws IOException {
        Opening.Result result = Opening.open(committee, bid.envelope(), PartName.BID,
                bid.shares(),
                index -> Optional.of(new ByteArrayInputStream(bid.texts().get(index))),
                (index, salt, bytes, length) -> { });
        if (result instanceof Opening.Opened opened && CadesVerifier.verify(
                opened.statement(), opened.signature(), trust, NOW).passed()) {
            return opened;
        }
        throw new IllegalStateException("a bid that has to open does not: " + result);
    }

    private final List<byte[]> encrypted = new ArrayList<>();
    private final SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");

    private byte[] decrypted(int bid) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        if (encrypted.size() <= bid) {
            cipher.init(Cipher.ENCRYPT_MODE, key, nonce(bid));
            encrypted.add(cipher.doFinal(plan));
            return encrypted.getLast();
        }
        cipher.init(Cipher.DECRYPT_MODE, key, nonce(bid));
        return cipher.doFinal(encrypted.get(bid));
    }

    private static GCMParameterSpec nonce(int bid) {
        return new GCMParameterSpec(128, new byte[] {(byte) bid, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    }

    /** In Node, whose WebCrypto is not that of a browser, but as near as a command line comes. */
    private void sealing(Table table) throws Exception {
        Path script = Path.of(System.getProperty("subhasta.bench.script"));
        ByteArrayOutputStream signer = new ByteArrayOutputStream();
        bidder.writePkcs12(signer, "bidder", "password".toCharArray());
        Path program = Files.createTempFile("seal", ".cjs");
        try (InputStream in = Sealing.class.getResourceAsStream("seal.cjs")) {
            Files.write(program, in.readAllBytes());
            String said = Tool.run(List.of("node", program.toString(), script.toString()),
                    Map.of(), Json.createObjectBuilder()
                            .add("committee", new String(
                                    committee.canonicalJson(), StandardCharsets.UTF_8))
                            .add("signer", Base64.getEncoder().encodeToString(
                                    signer.toByteArray()))
                            .add("password", "password").build().toString());
            double sealing = Double.parseDouble(said.split(" ")[0]);
            double cipher = Double.parseDouble(said.split(" ")[1]);
            table.line("1 MB bids sealed, script, Node", MILLIS / sealing,
                    "AES-GCM by WebCrypto, 1 MB", MILLIS / cipher);
            table.note("one such bid is signed and sealed in %.0f ms".formatted(sealing));
        } finally {
            Files.delete(program);
        }
    }
}
