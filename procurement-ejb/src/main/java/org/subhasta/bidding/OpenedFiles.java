package org.subhasta.bidding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.subhasta.documents.Documents;
import org.subhasta.documents.StoredDocument;
import org.subhasta.kernel.Outcome;

/**
 * Keeps the files that come out of opened bids. Nobody could judge them while they were sealed, and
 * no bid is invalid for the kind of a file: one that would not be taken in elsewhere is kept with a
 * warning.
 */
@ApplicationScoped
class OpenedFiles {

    @Inject
    private Documents documents;

    /**
     * A file as it is kept.
     *
     * @param sha256 of its content; empty for an empty file
     */
    record Kept(byte[] salt, Optional<String> sha256) {
    }

    /** @param bytes the buffer; the file are its first {@code length} bytes */
    Kept keep(byte[] salt, byte[] bytes, int length) throws IOException {
        if (length == 0) {
            return new Kept(salt, Optional.empty());
        }
        if (documents.storeUnjudged(new ByteArrayInputStream(bytes, 0, length))
                instanceof Outcome.Done<StoredDocument>(StoredDocument stored)) {
            return new Kept(salt, Optional.of(stored.sha256()));
        }
        throw new IllegalStateException("a file of a bid is never larger than its text");
    }

    /** Code of the refusal that a file of this name and content would get elsewhere. */
    Optional<String> warning(String name, Kept kept) throws IOException {
        return kept.sha256().isEmpty() ? Optional.empty()
                : documents.flaw(name, kept.sha256().get()).map(why -> why.code().name());
    }
}
