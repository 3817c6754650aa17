package org.subhasta.web.bidding;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.subhasta.bidding.Submission;
import org.subhasta.bidding.model.BidAttachment;
import org.subhasta.bidding.model.SealedBid;

/** Uploaded parts, which can be read only once, kept in files until the request is answered. */
final class Spools implements AutoCloseable {

    /** An encrypted text: a file filled up to its largest, and the tag. */
    private static final long LARGEST = BidAttachment.MAXIMUM_BYTES + 16;

    private final List<Path> files = new ArrayList<>();

    /** Keeps a part, at most one byte more than taken: enough to see that it is too large. */
    Submission.Enclosure keep(String name, InputStream part) throws IOException {
        if (files.size() > SealedBid.MOST_TEXTS) {
            return new Submission.Enclosure(name, InputStream::nullInputStream);
        }
        Path file = Files.createTempFile("subhasta-text", null);
        files.add(file);
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[64 * 1024];
            long left = LARGEST + 1;
            for (int n; left > 0 && (n = part.read(buffer, 0, (int) Math.min(buffer.length, left))) > 0;
                    left -= n) {
                out.write(buffer, 0, n);
            }
        }
        return new Submission.Enclosure(name, () -> Files.newInputStream(file));
    }

    @Override
    public void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
