package org.subhasta.publication;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.subhasta.bidding.OpeningRecord;
import org.subhasta.bidding.RecordPrint;
import org.subhasta.documents.StoredDocument;
import org.subhasta.kernel.Outcome;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderView;

/**
 * Makes the printed record of an opening: laid out, signed by the authority, time-stamped (PAdES
 * B-T), with the same as data inside. Called by bidding only, within its transaction.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class OpeningRecords implements RecordPrint {

    @EJB
    private TenderReports tenders;

    @Inject
    private SignedNotices notices;

    @Override
    public Outcome<StoredDocument> make(OpeningRecord record, Instant at) {
        TenderView tender = tenders.find(record.box()).orElseThrow();
        NoticeTexts texts = new NoticeTexts(NoticePdf.OPENING, tender.closing().orElseThrow().zone());
        AssociatedFile data = new AssociatedFile("opening-record.json", "application/json",
                texts.of("file.record"),
                record.data().toString().getBytes(StandardCharsets.UTF_8));
        return notices.make(new SignedNotices.Draft(NoticePdf.OPENING,
                new OpeningContent(record, tender, texts).values(NoticeTexts.platform()),
                List.of(data), at, texts.of("kind"), tender.buyer().name()), at);
    }
}
