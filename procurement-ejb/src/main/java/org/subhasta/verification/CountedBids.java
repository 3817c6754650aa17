package org.subhasta.verification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.subhasta.awarding.model.PricedBid;
import org.subhasta.bidding.model.Admission;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.LotPrice;
import org.subhasta.bidding.model.OpeningTerms;
import org.subhasta.bidding.model.Part;
import org.subhasta.bidding.model.SealedBid;
import org.subhasta.kernel.Money;
import org.subhasta.signing.CadesVerifier;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.Trust;
import org.subhasta.signing.Validation;
import org.subhasta.signing.sealing.Envelope;
import org.subhasta.signing.sealing.Reading;

/**
 * The bids of a bundle against what the journal says was received and opened: none is missing, none
 * was added, each is what its bidder sealed and signed, each was admitted and opened by the rules.
 */
final class CountedBids {

    /**
     * The bids that stood.
     *
     * @param priced those that have prices to be ranked
     * @param out    why the others have none, by their ids
     */
    record Counted(List<PricedBid> priced, Map<String, Out> out) {

        Counted {
            priced = List.copyOf(priced);
            out = Map.copyOf(out);
        }
    }

    /**
     * Why a bid has no prices to be ranked.
     *
     * @param failed the officers' reason where it did not pass technically
     * @param code   of the fault where it is invalid
     */
    record Out(Optional<String> failed, Optional<String> code) {
    }

    private final SortedMap<String, byte[]> files;
    private final PublishedNotice notice;
    private final Received received;
    private final OpeningActs openings;
    private final Trust trust;
    private final Report report;
    private final OpenedPart opened;
    private final List<PricedBid> priced = new ArrayList<>();
    private final Map<String, Out> out = new HashMap<>();

    CountedBids(SortedMap<String, byte[]> files, PublishedNotice notice, Received received,
            OpeningActs openings, Trust trust, Report report) {
        this.files = files;
        this.notice = notice;
        this.received = received;
        this.openings = openings;
        this.trust = trust;
        this.report = report;
        this.opened = new OpenedPart(files, notice, trust, report);
    }

    /** The bids with their prices; empty where something is wrong. */
    Optional<Counted> check(OpeningTerms terms) {
        Map<String, Received.Act> standing = received.standing();
        if (!isComplete(standing.keySet(), terms)) {
            return Optional.empty();
        }
        report.add(Found.BIDS_COMPLETE, Integer.toString(standing.size()),
                Integer.toString(received.acts().size()));
        for (Received.Act act : standing.values()) {
            if (!check(act, terms)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Counted(priced, out));
    }

    /** No bid is missing, and no file is there that belongs to none of them. */
    private boolean isComplete(Set<String> standing, OpeningTerms terms) {
        TreeSet<String> left = new TreeSet<>(files.subMap("bids/", "bids0").keySet());
        for (String id : standing) {
            String folder = "bids/" + id + "/";
            if (!left.remove(folder + "envelope.json") || !left.remove(folder + "envelope.p7s")) {
                report.add(Found.BID_MISSING, id);
                return false;
            }
            left.remove(folder + "envelope.tst");
            terms.parts().forEach(part -> OpenedPart.FILES.forEach(
                    ending -> left.remove(OpenedPart.path(id, part) + ending)));
        }
        if (!left.isEmpty()) {
            report.add(Found.BID_ADDED, left.first().split("/")[1]);
        }
        return left.isEmpty();
    }

    private boolean check(Received.Act act, OpeningTerms terms) {
        byte[] bytes = files.get("bids/" + act.bid() + "/envelope.json");
        byte[] signature = files.get("bids/" + act.bid() + "/envelope.p7s");
        if (!Sha256.hex(bytes).equals(act.digest())
                || !Sha256.hex(signature).equals(act.signature())
                || !(Envelope.read(bytes) instanceof Reading.Read<Envelope>(Envelope envelope))
                || !envelope.header().id().toString().equals(act.bid())) {
            report.add(Found.BID_DIFFERS, act.bid());
            return false;
        }
        Optional<byte[]> stamped = BidStamp.join(signature, Optional.ofNullable(
                files.get("bids/" + act.bid() + "/envelope.tst")));
        if (stamped.isEmpty()) {
            report.add(Found.STAMP_MALFORMED, act.bid());
            return false;
        }
        Validation signed = CadesVerifier.verify(bytes, stamped.get(), trust, act.entry().at());
        if (!report.signature(signed, "what.bid", act.bid())) {
            return false;
        }
        if (BidStamp.isLater(signed, act.entry().at())) {
            report.add(Found.STAMP_LATER, act.bid(), act.entry().at().toString());
            return false;
        }
        return isAdmitted(act, envelope) && checkParts(act, envelope, terms,
                BidStamp.proven(signed, act.arrived()));
    }

    /** By the platform's own rule, from what was sent, when, and what stood and was announced. */
    private boolean isAdmitted(Received.Act act, Envelope envelope) {
        SealedBid bid = BidFile.clear(envelope);
        BoxState state = act.entry().sequence() < received.closed().sequence()
                ? new BoxState.Open() : new BoxState.Closed(received.closed().at());
        Admission.Verdict verdict = Admission.judge(
                new Admission.Box(notice.terms(), received.closesAt(), received.graceEndsAt(),
                        state, act.arrived()),
                // That there was room shows in that they were opened: no act names more.
                new Admission.Before(Optional.empty(), act.stood().map(UUID::fromString),
                        act.announced(), 0),
                new Admission.Arrival(bid, act.digest(), Optional.empty(),
                        notice.committee().filter(envelope::isSealedTo).isPresent(), act.bidder(),
                        bid.texts(), act.arrived()));
        if (!(verdict instanceof Admission.Verdict.Admitted)) {
            String why = verdict instanceof Admission.Verdict.Refused refused
                    ? refused.refusals().getFirst().code().name() : "";
            report.add(Found.BID_NOT_ADMISSIBLE, act.bid(), why);
            return false;
        }
        report.add(Found.BID_ADMITTED, act.bid(), act.arrived().toString());
        return true;
    }

    private boolean checkParts(Received.Act act, Envelope envelope, OpeningTerms terms,
            Instant proven) {
        Map<String, Money> prices = new HashMap<>();
        for (Part part : terms.parts()) {
            Optional<OpeningActs.Result> result = openings.result(act.bid(), part);
            if (result.isEmpty()) {
                if (!opened.isSealed(act.bid(), part)) {
                    return false;
                }
                continue;
            }
            Optional<List<LotPrice>> said = opened.check(act, envelope, part, result.get(), proven);
            if (said.isEmpty()) {
                return false;
            }
            said.get().forEach(price -> prices.put(price.lot(), price.price()));
        }
        Optional<String> code = terms.parts().stream()
                .flatMap(part -> openings.result(act.bid(), part).stream())
                .flatMap(result -> result.code().stream()).findFirst();
        Optional<String> failed = openings.notPassed(act.bid());
        if (Stream.of(code, failed).anyMatch(Optional::isPresent)) {
            out.put(act.bid(), new Out(failed, code));
        } else {
            priced.add(new PricedBid(act.bid(), act.bidder(), prices));
        }
        return true;
    }
}
