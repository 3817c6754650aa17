package org.subhasta.bidding;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.subhasta.bidding.model.BidKind;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.bidding.model.Committee;
import org.subhasta.bidding.model.Part;
import org.subhasta.bidding.model.SealedBid;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.signing.sealing.Envelope;
import org.subhasta.signing.sealing.Opener;
import org.subhasta.signing.sealing.PartName;
import org.subhasta.signing.sealing.Reading;

/** Between the sealed container, which knows no law, and the rules, which know no cryptography. */
final class Envelopes {

    private Envelopes() {
    }

    /** An envelope of unknown origin. */
    static Outcome<Envelope> read(byte[] bytes) {
        return switch (Envelope.read(bytes)) {
            case Reading.Read<Envelope>(Envelope envelope) -> Outcome.done(envelope);
            case Reading.Refused<Envelope>(Reading.Flaw flaw, String member, String why) ->
                    Outcome.refused(switch (flaw) {
                        case TOO_LARGE -> Refusal.at("envelope", BiddingRefusal.ENVELOPE_TOO_LARGE,
                                Integer.toString(Envelope.MAXIMUM_BYTES));
                        case NOT_CANONICAL -> Refusal.at(
                                "envelope", BiddingRefusal.ENVELOPE_NOT_CANONICAL, why);
                        case MALFORMED -> Refusal.at(
                                member, BiddingRefusal.ENVELOPE_MALFORMED, member);
                    });
        };
    }

    /** What the rules judge of it. */
    static SealedBid clear(Envelope envelope) {
        List<SealedBid.Text> texts = new ArrayList<>();
        for (Envelope.Part part : envelope.parts()) {
            for (int i = 0; i < part.texts().size(); i++) {
                Envelope.Text text = part.texts().get(i);
                texts.add(new SealedBid.Text(SealedBid.Text.name(model(part.name()), i),
                        text.size(), text.sha256()));
            }
        }
        Envelope.Header header = envelope.header();
        return new SealedBid(header.id(), header.tender(), header.notice(), header.bidder(),
                BidKind.valueOf(header.kind().name()), header.replaces(),
                envelope.parts().stream().map(part -> model(part.name())).toList(), texts);
    }

    /** The committee of a box as the container knows it. */
    static org.subhasta.signing.sealing.Committee sealing(Committee committee) {
        return sealing(committee.openers(), committee.threshold());
    }

    static org.subhasta.signing.sealing.Committee sealing(
            List<org.subhasta.bidding.model.Opener> openers, int threshold) {
        return new org.subhasta.signing.sealing.Committee(openers.stream()
                .map(opener -> new Opener(opener.person(), certificate(opener.certificate())))
                .toList(), threshold);
    }

    static PartName name(Part part) {
        return PartName.valueOf(part.name());
    }

    static Part model(PartName name) {
        return Part.valueOf(name.name());
    }

    static X509Certificate certificate(String base64) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(
                    new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
        } catch (CertificateException e) {
            throw new IllegalStateException("an opener's certificate cannot be read any more", e);
        }
    }
}
