package org.subhasta.bidding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.bidding.model.BidAttachment;
import org.subhasta.bidding.model.BidStatement;
import org.subhasta.bidding.model.Committee;
import org.subhasta.bidding.model.Offer;
import org.subhasta.bidding.model.OpeningFault;
import org.subhasta.bidding.model.Part;
import org.subhasta.bidding.model.SealedBid;
import org.subhasta.documents.Documents;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.signing.sealing.Invalidity;
import org.subhasta.signing.sealing.Opening;

/** Decrypts a part of a bid and judges what was inside. */
@ApplicationScoped
class UnsealedPart {

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private Documents documents;
    @Inject
    private OpenedFiles files;
    @Inject
    private Signatures signatures;

    /** A file that was inside. */
    record File(String name, OpenedFiles.Kept kept, Optional<String> warning) {
    }

    /**
     * What came out.
     *
     * @param fault       why it is invalid; empty where it is valid
     * @param signed      the statement and its signature; empty where none came out
     * @param salt        of the commitment, where a statement came out
     * @param certificate SHA-256 of its signer's certificate, where that counts
     */
    record Contents(Optional<Refusal> fault, Optional<SignedBytes> signed, byte[] salt,
                    Optional<String> certificate, List<File> files) {

        static Contents none(Refusal why) {
            return new Contents(Optional.of(why), Optional.empty(), new byte[0],
                    Optional.empty(), List.of());
        }
    }

    Contents unseal(BoxRow box, BidRow bid, Part part, List<ShareRow> shares, boolean last)
            throws IOException {
        Committee committee = box.opening().orElseThrow().committee();
        Map<String, byte[]> released = new HashMap<>();
        shares.forEach(row -> released.put(row.opener(), row.share()));
        List<OpenedFiles.Kept> kept = new ArrayList<>();
        Opening.Result result = Opening.open(Envelopes.sealing(committee), bid.sealed(),
                Envelopes.name(part), released,
                index -> Optional.ofNullable(entities.find(TextRow.class,
                                new TextRow.Key(bid.id(), SealedBid.Text.name(part, index))))
                        .map(text -> documents.open(text.sha256())),
                (index, salt, bytes, length) -> kept.add(files.keep(salt, bytes, length)));
        return switch (result) {
            case Opening.Invalid(Invalidity why) -> Contents.none(Refusal.of(fault(why)));
            case Opening.Opened opened -> judged(box, bid, opened, kept, last);
        };
    }

    /** The first fault in the order of precedence: reading, signing, offering. */
    private Contents judged(BoxRow box, BidRow bid, Opening.Opened opened,
            List<OpenedFiles.Kept> kept, boolean last) throws IOException {
        SignedBytes signed = new SignedBytes(opened.statement(), opened.signature());
        Outcome<BidStatement> read = Statements.read(opened.statement());
        if (!(read instanceof Outcome.Done<BidStatement>(BidStatement statement))) {
            return new Contents(Optional.of(((Outcome.Refused<BidStatement>) read).first()),
                    Optional.of(signed), opened.salt(), Optional.empty(), List.of());
        }
        Signatures.Finding finding = signatures.sealed(bid, signed, last);
        Optional<Refusal> fault = finding.refusal().or(() ->
                Offer.judge(box.terms(), statement).stream().findFirst());
        List<File> named = new ArrayList<>();
        for (BidAttachment attachment : statement.attachments()) {
            OpenedFiles.Kept file = kept.get(named.size());
            named.add(new File(attachment.name(), file, files.warning(attachment.name(), file)));
        }
        // Names that nobody could save are a fault, and no reason to offer them.
        return new Contents(fault, Optional.of(signed), opened.salt(), finding.certificate(),
                fault.isEmpty() ? named : List.of());
    }

    static OpeningFault fault(Invalidity why) {
        return switch (why) {
            case COMMITTEE_DIFFERS -> OpeningFault.COMMITTEE_DIFFERS;
            case PART_MISSING -> OpeningFault.PART_MISSING;
            case TOO_FEW_SHARES -> OpeningFault.TOO_FEW_SHARES;
            case TEXT_MISSING -> OpeningFault.SEALED_TEXT_MISSING;
            case TEXT_ALTERED -> OpeningFault.SEALED_TEXT_ALTERED;
            case SHARES_UNEVEN -> OpeningFault.SHARES_UNEVEN;
            case COMMITMENT_WRONG -> OpeningFault.COMMITMENT_WRONG;
            case STATEMENT_MALFORMED -> OpeningFault.STATEMENT_MALFORMED;
            case STATEMENT_DIFFERS -> OpeningFault.STATEMENT_DIFFERS;
            case SALT_REUSED -> OpeningFault.SALT_REUSED;
            case ATTACHMENTS_DIFFER -> OpeningFault.ATTACHMENTS_DIFFER;
            case TEXT_UNREADABLE -> OpeningFault.TEXT_UNREADABLE;
        };
    }
}
