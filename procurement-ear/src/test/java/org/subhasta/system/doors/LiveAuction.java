package org.subhasta.system.doors;

import static org.subhasta.system.DoorTest.as;
import static org.subhasta.system.DoorTest.done;
import static org.subhasta.system.DoorTest.door;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.subhasta.auction.ActAnswer;
import org.subhasta.auction.Admittance;
import org.subhasta.auction.AuctionReports;
import org.subhasta.auction.AuctionView;
import org.subhasta.auction.Auctions;
import org.subhasta.auction.LotView;
import org.subhasta.auction.Order;
import org.subhasta.auction.Participation;
import org.subhasta.auction.format.SignedAct;
import org.subhasta.auction.model.Act;
import org.subhasta.auction.model.AudienceView;
import org.subhasta.auction.model.BidKind;
import org.subhasta.auction.model.Scoring;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.Outcome;
import org.subhasta.parties.Role;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.DetachedJws;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.Validation;

/** An auction of a test's own. Its only lot is "1" unless the terms say otherwise. */
record LiveAuction(String officer, String id, Instant opensAt) {

    static final String LOT = "1";

    /** Terms of a named format, with further members; {@code %s} is the opening. */
    static String terms(String format, String further, Instant opensAt) {
        return """
                {"title": "Chairs", "format": "%s", "currency": "EUR",
                 "openingPrice": "10000.00", "opensAt": "%s"%s}""".formatted(
                format, opensAt, further.isEmpty() ? "" : ", " + further);
    }

    /** Published, to be opened in an hour of the platform's time. */
    static LiveAuction publish(String officer, String format, String further) throws Exception {
        Instant opensAt = Moment.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        return as(officer, Role.OFFICER, () -> {
            String draft = done(door(Auctions.class).draft(terms(format, further, opensAt))).id();
            done(door(Auctions.class).publish(draft));
            return new LiveAuction(officer, draft, opensAt);
        });
    }

    Outcome<String> admit(Bidder bidder) throws Exception {
        return admit(bidder, Optional.empty());
    }

    Outcome<String> admit(Bidder bidder, String position) throws Exception {
        return admit(bidder, Optional.of(Money.of(position, "EUR")));
    }

    private Outcome<String> admit(Bidder bidder, Optional<Money> position) throws Exception {
        return as(officer, Role.OFFICER, () -> door(Auctions.class).admit(id, new Admittance(
                bidder.organisation(), Scoring.Marks.NONE, position)));
    }

    /** Enters with the bidder's certificate; the number it is seen under. */
    Outcome<String> enter(Bidder bidder) throws Exception {
        return as(bidder.person(), Role.SUPPLIER, () -> {
            byte[] statement = door(Participation.class).statement(id,
                            Validation.fingerprint(bidder.key().certificate()))
                    .getBytes(StandardCharsets.UTF_8);
            return door(Participation.class).enter(id, statement,
                    CadesSigner.sign(statement, bidder.key(), Instant.now()));
        });
    }

    /** Everybody is admitted and has entered, and it is open. */
    LiveAuction open(Bidder... bidders) throws Exception {
        for (Bidder bidder : bidders) {
            done(admit(bidder));
            done(enter(bidder));
        }
        to(opensAt.plusSeconds(1));
        awaited(view -> view.status() == AudienceView.Status.RUNNING);
        return this;
    }

    /** Lets the platform's time pass. */
    static void to(Instant instant) throws Exception {
        Moment.advance(Duration.between(Moment.now(), instant));
    }

    byte[] act(Bidder bidder, BidKind kind, String amount, UUID bid) {
        return new SignedAct(id, LOT, new Act.PlaceBid(bid.toString(), bidder.organisation(), kind,
                amount, "EUR", 0)).bytes();
    }

    ActAnswer bid(Bidder bidder, String amount) throws Exception {
        return send(bidder, act(bidder, BidKind.BID, amount, UUID.randomUUID()));
    }

    ActAnswer send(Bidder bidder, byte[] act) throws Exception {
        return send(bidder, act, bidder.key());
    }

    ActAnswer send(Bidder bidder, byte[] act, SigningKey key) throws Exception {
        return send(bidder, act, DetachedJws.sign(act, key));
    }

    ActAnswer send(Bidder bidder, byte[] act, String signature) throws Exception {
        return as(bidder.person(), Role.SUPPLIER,
                () -> door(Participation.class).act(id, act, signature));
    }

    Outcome<ActAnswer> order(Order order) throws Exception {
        return as(officer, Role.OFFICER, () -> door(Auctions.class).order(id, LOT, order));
    }

    AuctionView view() {
        return door(AuctionReports.class).find(id).orElseThrow();
    }

    AudienceView publicly() {
        return door(AuctionReports.class).publicly(id, LOT).orElseThrow().view();
    }

    AudienceView seenBy(Bidder bidder) throws Exception {
        return as(bidder.person(), Role.SUPPLIER, this::lot).view();
    }

    AudienceView seenByOfficer() throws Exception {
        return as(officer, Role.OFFICER, this::lot).view();
    }

    private LotView lot() {
        return door(AuctionReports.class).lot(id, LOT).orElseThrow();
    }

    /** Waits until what is due is recorded. */
    AudienceView awaited(Predicate<AudienceView> until) throws Exception {
        for (int i = 0; i < 100; i++) {
            if (until.test(publicly())) {
                return publicly();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("it did not come to that: " + publicly());
    }
}
