package org.subhasta.bidding;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A sealed bid as it arrived, nothing of it believed yet.
 *
 * @param box       the tender it was sent to
 * @param envelope  canonical JSON, exactly as received
 * @param signature detached CMS (CAdES B-B) over it in DER, exactly as received
 * @param texts     the encrypted texts sent along
 */
public record Submission(String box, byte[] envelope, byte[] signature, List<Enclosure> texts) {

    public Submission {
        envelope = envelope.clone();
        signature = signature.clone();
        texts = List.copyOf(texts);
    }

    /**
     * A text sent along.
     *
     * @param name    {@code bid-0}: its part and its number within that
     * @param content opened twice at most: to hash it, and to store it once it is known to belong
     */
    public record Enclosure(String name, Content content) {
    }

    /** Bytes that can be read more than once, such as an uploaded part kept in a file. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
