package org.subhasta.publication;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.sealing.Committee;
import org.subhasta.signing.sealing.Envelope;
import org.subhasta.signing.sealing.Opener;
import org.subhasta.signing.sealing.Opening;
import org.subhasta.signing.sealing.PartName;
import org.subhasta.signing.sealing.Sealer;
import org.subhasta.signing.sealing.ShareKey;
import org.subhasta.signing.sealing.ShareOpening;

/** A bid that was sealed to a committee, and what its openers found in it. */
record SampleEnvelope(byte[] json, byte[] signature, Map<PartName, Found> parts) {

    private static final List<SigningKey> OPENERS = List.of("Sofia", "Jonas", "Elif").stream()
            .map(name -> SampleProcedure.BUYERS.issueForEncryption(
                    name, "Alder Bay", "NL", SampleProcedure.PUBLISHED)).toList();

    /** Two of three. */
    static final Committee COMMITTEE = new Committee(List.of(
            new Opener("p3rs0n1", OPENERS.get(0).certificate()),
            new Opener("p3rs0n2", OPENERS.get(1).certificate()),
            new Opener("p3rs0n3", OPENERS.get(2).certificate())), 2);

    /** What came out of a part. */
    record Found(byte[] statement, byte[] signature, byte[] salt) {
    }

    /** Seals, and opens again as two of the openers would. */
    static SampleEnvelope of(Envelope.Header header, List<PartName> parts,
            Function<PartName, byte[]> statements, SigningKey bidder) {
        try {
            Map<PartName, byte[]> texts = new HashMap<>();
            List<Envelope.Part> sealed = new ArrayList<>();
            for (PartName part : parts) {
                byte[] statement = statements.apply(part);
                ByteArrayOutputStream text = new ByteArrayOutputStream();
                sealed.add(new Sealer(COMMITTEE).seal(header, part, statement,
                        CadesSigner.sign(statement, bidder, header.madeAt()), List.of(),
                        index -> text));
                texts.put(part, text.toByteArray());
            }
            Envelope envelope = new Envelope(header, sealed);
            Map<PartName, Found> found = new LinkedHashMap<>();
            for (PartName part : parts) {
                found.put(part, open(envelope, part, texts.get(part)));
            }
            byte[] json = envelope.canonicalJson();
            return new SampleEnvelope(
                    json, CadesSigner.sign(json, bidder, header.madeAt()), found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Found open(Envelope envelope, PartName part, byte[] text) throws IOException {
        Map<String, byte[]> shares = new HashMap<>();
        for (int i = 0; i < COMMITTEE.threshold(); i++) {
            ShareKey key = ShareKey.of(OPENERS.get(i), COMMITTEE).orElseThrow();
            if (key.open(envelope, part) instanceof ShareOpening.Opened(byte[] share)) {
                shares.put(COMMITTEE.openers().get(i).id(), share);
            }
        }
        Opening.Result result = Opening.open(COMMITTEE, envelope, part, shares,
                index -> Optional.of(new ByteArrayInputStream(text)), (i, salt, bytes, n) -> { });
        if (result instanceof Opening.Opened opened) {
            return new Found(opened.statement(), opened.signature(), opened.salt());
        }
        throw new IllegalStateException(result.toString());
    }
}
