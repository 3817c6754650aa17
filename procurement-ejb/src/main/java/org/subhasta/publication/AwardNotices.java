package org.subhasta.publication;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.subhasta.awarding.AwardNotice;
import org.subhasta.awarding.AwardView;
import org.subhasta.awarding.NoticeFile;
import org.subhasta.documents.StoredDocument;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.ServerClock;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderView;

/**
 * Makes the notice of an award: laid out, signed by the authority, time-stamped (PAdES B-T) and
 * stored, within the transaction that decides (N1). Called by awarding only, which has judged who
 * may.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class AwardNotices implements AwardNotice {

    @EJB
    private TenderReports tenders;

    @Inject
    private SignedNotices notices;

    @Inject
    private ServerClock clock;

    @Override
    public Outcome<Void> ready() {
        return notices.ready(clock.now());
    }

    @Override
    public Outcome<NoticeFile> make(AwardView award) {
        String address = NoticeTexts.platform();
        TenderView tender = tenders.find(award.tender().id()).orElseThrow();
        NoticeTexts texts = new NoticeTexts(NoticePdf.AWARD, award.zone());
        SignedNotices.Draft draft = new SignedNotices.Draft(NoticePdf.AWARD,
                new NoticeContent(award, texts).values(address),
                NoticeData.of(award, ReleasePackage.of(tender, Optional.of(award), address), texts),
                award.decidedAt(), texts.of("kind"), award.buyer().name());
        return switch (notices.make(draft, award.decidedAt())) {
            case Outcome.Refused<StoredDocument> refused -> refused.refusal();
            case Outcome.Done<StoredDocument>(StoredDocument file) ->
                    Outcome.done(new NoticeFile(file.sha256(), file.size()));
        };
    }
}
