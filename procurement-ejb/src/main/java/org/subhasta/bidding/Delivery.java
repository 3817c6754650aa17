package org.subhasta.bidding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.subhasta.bidding.model.BidAttachment;
import org.subhasta.bidding.model.BidStatement;
import org.subhasta.parties.Caller;
import org.subhasta.signing.Sha256;

/**
 * A submission that could be read: its bytes, what they say, and the files measured.
 *
 * @param said   what the statement says; claims
 * @param files  the files sent along by their true size and digest
 * @param digest SHA-256 of the statement, hexadecimal
 */
record Delivery(Caller sender, Submission submission, BidStatement said, List<BidAttachment> files,
                String digest) {

    Delivery {
        files = List.copyOf(files);
    }

    /** Measures the files; takes as long as reading them. */
    static Delivery of(Caller sender, Submission submission, BidStatement said) {
        List<BidAttachment> files = new ArrayList<>();
        for (Submission.Enclosure enclosure : submission.enclosures()) {
            files.add(measured(enclosure));
        }
        return new Delivery(sender, submission, said, files, Sha256.hex(submission.statement()));
    }

    String box() {
        return submission.box();
    }

    byte[] statement() {
        return submission.statement();
    }

    byte[] signature() {
        return submission.signature();
    }

    /** SHA-256 over everything that was sent: equal exactly where the very same was sent. */
    String fingerprint() {
        String listed = files.stream()
                .sorted(Comparator.comparing(BidAttachment::name).thenComparing(BidAttachment::sha256))
                .map(file -> file.sha256() + " " + file.name())
                .collect(Collectors.joining("\n"));
        String all = digest + "\n" + Sha256.hex(signature()) + "\n" + listed;
        return Sha256.hex(all.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static BidAttachment measured(Submission.Enclosure enclosure) {
        Sha256 digest = Sha256.running();
        long size = 0;
        byte[] buffer = new byte[16 * 1024];
        try (InputStream in = enclosure.content().open()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                size += n;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an attachment could not be read", e);
        }
        return new BidAttachment(enclosure.name(), digest.hex(), size);
    }
}
