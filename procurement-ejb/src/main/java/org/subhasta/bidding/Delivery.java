package org.subhasta.bidding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.subhasta.bidding.model.SealedBid;
import org.subhasta.parties.Caller;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.sealing.Envelope;

/**
 * A submission that could be read: its bytes, what they say in the clear, and the texts measured.
 *
 * @param arrival when its last byte was there
 * @param bid     what the envelope says; claims
 * @param texts   the texts sent along by their true size and digest
 * @param digest  SHA-256 of the envelope, hexadecimal
 */
record Delivery(Caller sender, Submission submission, Arrivals.Arrival arrival, Envelope sealed,
                SealedBid bid, List<SealedBid.Text> texts, String digest) {

    Delivery {
        texts = List.copyOf(texts);
    }

    /** Measures the texts; takes as long as reading them. */
    static Delivery of(Caller sender, Submission submission, Arrivals.Arrival arrival,
            Envelope sealed) {
        List<SealedBid.Text> texts = new ArrayList<>();
        for (Submission.Enclosure enclosure : submission.texts()) {
            texts.add(measured(enclosure));
        }
        return new Delivery(sender, submission, arrival, sealed, Envelopes.clear(sealed), texts,
                Sha256.hex(submission.envelope()));
    }

    String box() {
        return submission.box();
    }

    byte[] envelope() {
        return submission.envelope();
    }

    byte[] signature() {
        return submission.signature();
    }

    /** What its receipt is about. */
    Receipts.Claim claim() {
        return new Receipts.Claim(bid.id(), box(), digest, signature(), arrival.at(), "");
    }

    /** SHA-256 over everything that was sent: equal exactly where the very same was sent. */
    String fingerprint() {
        String listed = String.join("\n", texts.stream()
                .map(text -> text.sha256() + " " + text.name()).sorted().toList());
        String all = digest + "\n" + Sha256.hex(signature()) + "\n" + listed;
        return Sha256.hex(all.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static SealedBid.Text measured(Submission.Enclosure enclosure) {
        Sha256 digest = Sha256.running();
        long size = 0;
        byte[] buffer = new byte[16 * 1024];
        try (InputStream in = enclosure.content().open()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                size += n;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text could not be read", e);
        }
        return new SealedBid.Text(enclosure.name(), size, digest.hex());
    }
}
