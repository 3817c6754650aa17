package org.subhasta.bidding;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A bid as it arrived, nothing of it believed yet.
 *
 * @param box        the tender it was sent to
 * @param statement  canonical JSON, exactly as received
 * @param signature  detached CMS (CAdES B-B) in DER, exactly as received
 * @param enclosures the files sent along
 */
public record Submission(String box, byte[] statement, byte[] signature,
                         List<Enclosure> enclosures) {

    public Submission {
        statement = statement.clone();
        signature = signature.clone();
        enclosures = List.copyOf(enclosures);
    }

    /**
     * A file sent along.
     *
     * @param name    as it was sent
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
