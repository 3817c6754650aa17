package org.subhasta.verification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;
import org.subhasta.awarding.model.PricedBid;
import org.subhasta.bidding.model.Admission;
import org.subhasta.bidding.model.BidStatement;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.LotPrice;
import org.subhasta.bidding.model.Offer;
import org.subhasta.bidding.model.SealedBid;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Outcome;
import org.subhasta.signing.CadesVerifier;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.Trust;
import org.subhasta.signing.Validation;
import org.subhasta.signing.sealing.Envelope;
import org.subhasta.signing.sealing.Reading;

/**
 * The bids of a bundle against what the journal says was received: none is missing, none was added,
 * each is what its bidder signed, each was admitted by the rules.
 */
final class CountedBids {

    private final SortedMap<String, byte[]> files;
    private final PublishedNotice notice;
    private final Received received;
    private final Trust trust;
    private final Report report;

    CountedBids(SortedMap<String, byte[]> files, PublishedNotice notice, Received received,
            Trust trust, Report report) {
        this.files = files;
        this.notice = notice;
        this.received = received;
        this.trust = trust;
        this.report = report;
    }

    /** The bids with their prices; empty where something is wrong. */
    Optional<List<PricedBid>> check() {
        Map<String, Received.Act> standing = received.standing();
        TreeSet<String> inBundle = new TreeSet<>();
        files.subMap("bids/", "bids0").keySet()
                .forEach(name -> inBundle.add(name.split("/")[1]));
        for (String id : standing.keySet()) {
            if (!inBundle.remove(id)) {
                report.add(Found.BID_MISSING, id);
                return Optional.empty();
            }
        }
        if (!inBundle.isEmpty()) {
            report.add(Found.BID_ADDED, inBundle.first());
            return Optional.empty();
        }
        report.add(Found.BIDS_COMPLETE, Integer.toString(standing.size()),
                Integer.toString(received.acts().size()));
        List<PricedBid> priced = new ArrayList<>();
        for (Received.Act act : standing.values()) {
            Optional<PricedBid> bid = check(act);
            if (bid.isEmpty()) {
                return Optional.empty();
            }
            priced.add(bid.get());
        }
        return Optional.of(priced);
    }

    private Optional<PricedBid> check(Received.Act act) {
        byte[] bytes = file(act, "envelope.json");
        byte[] signature = file(act, "envelope.p7s");
        if (!Sha256.hex(bytes).equals(act.digest())
                || !Sha256.hex(signature).equals(act.signature())) {
            report.add(Found.BID_DIFFERS, act.bid());
            return Optional.empty();
        }
        Instant at = act.entry().at();
        Validation signed = CadesVerifier.verify(bytes, signature, trust, at);
        if (!report.signature(signed, "what.bid", act.bid())) {
            return Optional.empty();
        }
        if (!(Envelope.read(bytes) instanceof Reading.Read<Envelope>(Envelope envelope))
                || !envelope.header().id().toString().equals(act.bid())) {
            report.add(Found.BID_DIFFERS, act.bid());
            return Optional.empty();
        }
        return admitted(act, envelope)
                && BidFile.read(file(act, "bid.json"))
                        instanceof Outcome.Done<BidStatement>(BidStatement statement)
                ? priced(act, statement) : Optional.empty();
    }

    private boolean admitted(Received.Act act, Envelope envelope) {
        Instant at = act.entry().at();
        SealedBid bid = BidFile.clear(envelope);
        Admission.Verdict verdict = Admission.judge(
                new Admission.Box(notice.terms(), received.closesAt(), new BoxState.Open(), at),
                new Admission.Before(Optional.empty(), act.stood().map(UUID::fromString),
                        Optional.empty()),
                new Admission.Arrival(bid, act.digest(), Optional.empty(),
                        notice.committee().filter(envelope::isSealedTo).isPresent(), act.bidder(),
                        bid.texts(), at));
        if (!(verdict instanceof Admission.Verdict.Admitted)) {
            String why = verdict instanceof Admission.Verdict.Refused refused
                    ? refused.refusals().getFirst().code().name() : "";
            report.add(Found.BID_NOT_ADMISSIBLE, act.bid(), why);
            return false;
        }
        report.add(Found.BID_ADMITTED, act.bid(), at.toString());
        return true;
    }

    /** The prices of the statement that was opened. */
    private Optional<PricedBid> priced(Received.Act act, BidStatement statement) {
        Map<String, Money> prices = new HashMap<>();
        for (LotPrice price : Offer.prices(notice.terms(), statement)) {
            prices.put(price.lot(), price.price());
        }
        return Optional.of(new PricedBid(act.bid(), act.bidder(), prices));
    }

    private byte[] file(Received.Act act, String name) {
        byte[] content = files.get("bids/" + act.bid() + "/" + name);
        if (content == null) {
            throw new Json.Malformed("bids/" + act.bid() + "/" + name);
        }
        return content;
    }
}
