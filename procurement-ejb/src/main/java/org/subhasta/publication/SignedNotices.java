package org.subhasta.publication;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.subhasta.awarding.AwardingRefusal;
import org.subhasta.documents.Documents;
import org.subhasta.documents.StoredDocument;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.signing.PdfSigner;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.TimeStampUnavailable;
import org.subhasta.trust.PlatformTimeStamps;

/** Lays notices out, signs them by the authority, time-stamps (PAdES B-T) and keeps them. */
@ApplicationScoped
class SignedNotices {

    @EJB
    private Documents documents;

    @Inject
    private AuthorityKey key;

    @Inject
    private PlatformTimeStamps timeStamps;

    /**
     * A notice before it is laid out.
     *
     * @param values what its template names
     * @param files  go into it
     * @param dated  the instant those files are from
     * @param kind   of notice, in words
     * @param issuer whose it is, in words
     */
    record Draft(NoticePdf layout, Map<String, Object> values, List<AssociatedFile> files,
            Instant dated, String kind, String issuer) {
    }

    /** Whether a notice can be signed at all then: refused as {@link AuthorityKey#at}. */
    Outcome<Void> ready(Instant at) {
        return key.at(at) instanceof Outcome.Refused<SigningKey> refused
                ? refused.refusal() : Outcome.done(null);
    }

    /**
     * Makes a notice that is signed at that instant.
     *
     * @return refused as {@link AuthorityKey#at}, and with
     *         {@link AwardingRefusal#NOTICE_TIME_STAMP_UNAVAILABLE}; nothing is kept then
     */
    Outcome<StoredDocument> make(Draft draft, Instant at) {
        return switch (key.at(at)) {
            case Outcome.Refused<SigningKey> refused -> refused.refusal();
            case Outcome.Done<SigningKey>(SigningKey usable) -> make(draft, usable, at);
        };
    }

    private Outcome<StoredDocument> make(Draft draft, SigningKey usable, Instant at) {
        try {
            byte[] pdf = draft.layout().render(draft.values(), draft.files(), draft.dated());
            byte[] signed = PdfSigner.sign(pdf, usable, draft.kind(), draft.issuer(), at, timeStamps);
            return documents.store(new ByteArrayInputStream(signed), Documents.LIMIT_BYTES);
        } catch (TimeStampUnavailable e) {
            return Outcome.refused(Refusal.of(AwardingRefusal.NOTICE_TIME_STAMP_UNAVAILABLE));
        } catch (IOException e) {
            throw new UncheckedIOException("a notice cannot be laid out or kept", e);
        }
    }
}
