package org.subhasta.signing.sealing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.subhasta.signing.SigningKey;

/** A committee with its keys, and bids sealed to it. */
final class Bidding {

    static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
    static final String NOTICE = "ab".repeat(32);
    static final byte[] SIGNATURE = "a signature".getBytes(StandardCharsets.UTF_8);
    static final char[] PASSWORD = "open sesame".toCharArray();

    /** A sealed bid and all that travels with it. */
    record Sealed(Envelope envelope, Map<Integer, byte[]> texts) {

        Opening.Texts stored() {
            return index -> Optional.ofNullable(texts.get(index)).map(ByteArrayInputStream::new);
        }

        Sealed with(int index, byte[] text) {
            Map<Integer, byte[]> others = new TreeMap<>(texts);
            others.put(index, text);
            return new Sealed(envelope, others);
        }

        Sealed with(Envelope other) {
            return new Sealed(other, texts);
        }

        Envelope.Part part() {
            return envelope.parts().getFirst();
        }
    }

    final List<SigningKey> keys;
    final Committee committee;

    Bidding(Committee committee, List<SigningKey> keys) {
        this.committee = committee;
        this.keys = keys;
    }

    Bidding(int threshold, int openers) {
        keys = IntStream.rangeClosed(1, openers).mapToObj(i -> key("opener-" + i)).toList();
        committee = new Committee(IntStream.rangeClosed(1, openers).mapToObj(i ->
                new Opener("opener-" + i, keys.get(i - 1).certificate())).toList(), threshold);
    }

    static SigningKey key(String name) {
        return key(name, pair("secp256r1"), KeyUsage.keyAgreement);
    }

    static SigningKey key(String name, KeyPair pair, int usage) {
        try {
            X509Certificate certificate = certificate(name, pair, usage);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(name, pair.getPrivate(), PASSWORD, new Certificate[] {certificate});
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            store.store(file, PASSWORD);
            return SigningKey.open(new ByteArrayInputStream(file.toByteArray()), PASSWORD);
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    static KeyPair pair(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static X509Certificate certificate(String name, KeyPair pair, int usage) {
        try {
            X500Name subject = new X500Name("CN=" + name);
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(subject,
                    BigInteger.ONE, Date.from(NOW), Date.from(NOW.plus(Duration.ofDays(365))),
                    subject, pair.getPublic());
            if (usage != 0) {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            }
            return new JcaX509CertificateConverter().getCertificate(builder.build(
                    new JcaContentSignerBuilder("SHA256with"
                            + (pair.getPublic() instanceof RSAPublicKey ? "RSA" : "ECDSA"))
                            .build(pair.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new AssertionError(e);
        }
    }

    Envelope.Header header(String tender, String bidder) {
        return new Envelope.Header(UUID.randomUUID(), tender, NOTICE, bidder,
                committee.fingerprint(), Envelope.Kind.SUBMIT, Optional.empty(), NOW);
    }

    static byte[] statement(Envelope.Header header, PartName part, List<Attachment> attachments)
            throws IOException {
        Map<String, Object> members = new LinkedHashMap<>(Envelope.binding(header));
        members.put("format", "subhasta-bid-1");
        members.put("part", part.code());
        members.put("madeAt", header.madeAt().toString());
        members.put("lots", List.of(Map.of("lot", "1", "price", "1200.50")));
        List<Object> files = new ArrayList<>();
        for (Attachment attachment : attachments) {
            files.add(Map.of("name", "file.pdf", "size", attachment.size(),
                    "digest", attachment.digest()));
        }
        members.put("attachments", files);
        return Json.canonical(members);
    }

    static Attachment attachment(byte[] bytes) {
        return new Attachment(Salted.salt(), bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    Sealed seal(Envelope.Header header, byte[]... files) {
        try {
            List<Attachment> attachments = java.util.Arrays.stream(files)
                    .map(Bidding::attachment).toList();
            Map<Integer, ByteArrayOutputStream> written = new TreeMap<>();
            Envelope.Part part = new Sealer(committee).seal(header, PartName.BID,
                    statement(header, PartName.BID, attachments), SIGNATURE, attachments,
                    index -> into(written, index));
            return sealed(header, List.of(part), written);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static OutputStream into(Map<Integer, ByteArrayOutputStream> written, int index) {
        written.put(index, new ByteArrayOutputStream());
        return written.get(index);
    }

    static Sealed sealed(Envelope.Header header, List<Envelope.Part> parts,
            Map<Integer, ByteArrayOutputStream> written) {
        Map<Integer, byte[]> texts = new TreeMap<>();
        written.forEach((index, bytes) -> texts.put(index, bytes.toByteArray()));
        return new Sealed(new Envelope(header, parts), texts);
    }

    Sealed bid(byte[]... files) {
        return seal(header("tender-1", "bidder-1"), files);
    }

    ShareOpening share(int opener, Envelope envelope) {
        return ShareKey.of(keys.get(opener), committee).orElseThrow().open(envelope, PartName.BID);
    }

    /** The shares of these openers, counted from 0; one that does not open is left out. */
    Map<String, byte[]> shares(Envelope envelope, Iterable<Integer> openers) {
        Map<String, byte[]> shares = new LinkedHashMap<>();
        for (int opener : openers) {
            if (share(opener, envelope) instanceof ShareOpening.Opened(byte[] share)) {
                shares.put(committee.openers().get(opener).id(), share);
            }
        }
        return shares;
    }

    Opening.Result open(Sealed bid, Iterable<Integer> openers, List<byte[]> files) {
        return open(bid, shares(bid.envelope(), openers), files);
    }

    Opening.Result open(Sealed bid, Map<String, byte[]> shares, List<byte[]> files) {
        try {
            return Opening.open(committee, bid.envelope(), PartName.BID, shares, bid.stored(),
                    (index, salt, bytes, length) ->
                            files.add(java.util.Arrays.copyOf(bytes, length)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Every choice of so many of so many. */
    static List<List<Integer>> quorums(int threshold, int openers) {
        List<List<Integer>> quorums = new ArrayList<>();
        for (int set = 0; set < 1 << openers; set++) {
            if (Integer.bitCount(set) == threshold) {
                int chosen = set;
                quorums.add(IntStream.range(0, openers).filter(i -> (chosen >> i & 1) == 1)
                        .boxed().toList());
            }
        }
        return quorums;
    }
}
