package org.subhasta.publication;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.subhasta.awarding.AwardNotice;
import org.subhasta.awarding.AwardView;
import org.subhasta.awarding.AwardingRefusal;
import org.subhasta.awarding.NoticeFile;
import org.subhasta.documents.Documents;
import org.subhasta.documents.StoredDocument;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.signing.PdfSigner;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.TimeStampUnavailable;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderView;
import org.subhasta.trust.PlatformTimeStamps;

/**
 * Makes the notice of an award: laid out, signed by the authority, time-stamped (PAdES B-T) and stored, within
 * the transaction that decides (N1). Called by awarding only, which has judged who may.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class AwardNotices implements AwardNotice {

    /** The language notices are written in, until tenders name their own. */
    private static final Locale LANGUAGE = Locale.ENGLISH;

    @EJB
    private Documents documents;

    @EJB
    private TenderReports tenders;

    @Inject
    private AuthorityKey key;

    @Inject
    private PlatformTimeStamps timeStamps;

    @Inject
    private ServerClock clock;

    @Override
    public Outcome<Void> ready() {
        return key.at(clock.now()) instanceof Outcome.Refused<SigningKey> refused
                ? refused.refusal() : Outcome.done(null);
    }

    @Override
    public Outcome<NoticeFile> make(AwardView award) {
        return switch (key.at(award.decidedAt())) {
            case Outcome.Refused<SigningKey> refused -> refused.refusal();
            case Outcome.Done<SigningKey>(SigningKey usable) -> signed(award, usable);
        };
    }

    private Outcome<NoticeFile> signed(AwardView award, SigningKey key) {
        try {
            return store(sign(award, key));
        } catch (TimeStampUnavailable e) {
            return Outcome.refused(Refusal.of(AwardingRefusal.NOTICE_TIME_STAMP_UNAVAILABLE));
        }
    }

    private byte[] sign(AwardView award, SigningKey key) throws TimeStampUnavailable {
        String address = System.getProperty("subhasta.address", "");
        TenderView tender = tenders.find(award.tender().id()).orElseThrow();
        NoticeTexts texts = new NoticeTexts(LANGUAGE, award.zone());
        try {
            byte[] pdf = NoticePdf.render(new NoticeContent(award, texts).values(address),
                    NoticeData.of(award, ReleasePackage.of(tender, Optional.of(award), address),
                            texts), award.decidedAt());
            return PdfSigner.sign(pdf, key, texts.of("kind"), award.buyer().name(),
                    award.decidedAt(), timeStamps);
        } catch (TimeStampUnavailable e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("the award notice cannot be laid out", e);
        }
    }

    private Outcome<NoticeFile> store(byte[] signed) {
        try {
            Outcome<StoredDocument> stored = documents.store(
                    new ByteArrayInputStream(signed), Documents.LIMIT_BYTES);
            return stored instanceof Outcome.Done<StoredDocument>(StoredDocument document)
                    ? Outcome.done(new NoticeFile(document.sha256(), document.size()))
                    : stored.refusal();
        } catch (IOException e) {
            throw new UncheckedIOException("the award notice cannot be stored", e);
        }
    }
}
