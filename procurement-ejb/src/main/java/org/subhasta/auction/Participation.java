package org.subhasta.auction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.subhasta.auction.format.SignedAct;
import org.subhasta.auction.model.Act;
import org.subhasta.auction.model.AuctionRefusal;
import org.subhasta.eligibility.Standing;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.Assured;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Duty;
import org.subhasta.parties.Role;
import org.subhasta.parties.model.Assurance;
import org.subhasta.signing.DetachedJws;
import org.subhasta.trust.PlatformTrust;

/** Taking part in auctions: for suppliers who were admitted. */
@Stateless
@RolesAllowed(Role.Names.SUPPLIER)
public class Participation {

    @Inject
    private Callers callers;
    @Inject
    private ServerClock clock;
    @Inject
    private Catalogue catalogue;
    @Inject
    private AuctionReports reports;
    @Inject
    private Entries entries;
    @Inject
    private ActRates rates;
    @Inject
    private Lanes lanes;
    @Inject
    private Receipts receipts;
    @Inject
    private PlatformTrust trust;
    @Inject
    private Standing eligibility;

    /** What the caller signs to enter with a certificate, by its SHA-256. */
    public String statement(String auction, String certificate) {
        return Entries.statement(auction, callers.current(), certificate);
    }

    /**
     * Enters an auction with a certificate: from then on the caller's acts are signed by its key.
     * Entering again with the same is harmless.
     *
     * <p>Refused: {@code AUCTION_UNKNOWN}, {@code NOT_ADMITTED},
     * {@code SUPPLIER_EXCLUDED}, {@code AUCTION_CLOSED},
     * {@code ENTRY_SIGNATURE_INVALID}, {@code ENTRY_CERTIFICATE_UNKNOWN}, {@code ENTRY_STATEMENT_WRONG}.
     *
     * @param statement of {@link #statement}, in UTF-8
     * @param signature CAdES, detached, by the certificate that the statement names
     * @return the number under which the others see the caller's organisation before the end
     */
    @Assured
    public Outcome<String> enter(String auction, byte[] statement, byte[] signature) {
        Caller caller = callers.current();
        Optional<Refusal> lacking = caller.lacks(Duty.BID);
        if (lacking.isPresent()) {
            return Outcome.refused(lacking.get());
        }
        Optional<Published> published = catalogue.find(auction);
        if (published.isEmpty()) {
            return Outcome.refused(Refusal.of(AuctionRefusal.AUCTION_UNKNOWN));
        }
        if (catalogue.alias(auction, caller.organisation()).isEmpty()) {
            return Outcome.refused(Refusal.of(AuctionRefusal.NOT_ADMITTED));
        }
        Optional<Refusal> excluded = excluded(published.get(), caller);
        if (excluded.isPresent()) {
            return Outcome.refused(excluded.get());
        }
        return reports.find(auction).filter(AuctionView::hasEnded).isPresent()
                ? Outcome.refused(Refusal.of(AuctionRefusal.AUCTION_CLOSED))
                : entries.enter(published.get(), caller, statement, signature);
    }

    /**
     * Has a signed act judged: a bid, a limit, a confirmation, or taking back. The answer comes
     * when it is durable. Sending the same again is harmless: the first answer comes back.
     *
     * <p>Refused for any reason of {@link AuctionRefusal} up to {@code BELOW_MINIMUM_STEP}, and
     * {@code NOTHING_TO_TAKE_BACK}, in its order; and a bid, before it is recorded, with
     * {@code SUPPLIER_EXCLUDED}. Taking back stays open to whoever is excluded.
     *
     * @param act       canonical JSON of {@link SignedAct}
     * @param signature detached JWS over it
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ActAnswer act(String auction, byte[] act, String signature) {
        Instant arrived = clock.now();
        Caller caller = callers.current();
        if (rates.isTooMuch(auction, caller.organisation())) {
            return receipts.turnedAway(auction, act,
                    Refusal.of(AuctionRefusal.RATE_LIMITED), arrived);
        }
        Optional<Refusal> barred =
                caller.lacks(Duty.BID).or(() -> caller.doubt(Assurance.SUBSTANTIAL));
        if (barred.isPresent()) {
            return receipts.turnedAway(auction, act, barred.get(), arrived);
        }
        Optional<SignedAct> read = SignedAct.read(act);
        Optional<DetachedJws> jws = DetachedJws.parse(signature);
        AuctionRefusal turnedAway = read.isEmpty() || jws.isEmpty()
                ? AuctionRefusal.ACT_MALFORMED : away(auction, caller, read.get(), jws.get());
        if (turnedAway != null) {
            return receipts.turnedAway(auction, act, Refusal.of(turnedAway), arrived);
        }
        Published published = catalogue.find(auction).orElseThrow();
        Optional<Refusal> excluded = read.get().act() instanceof Act.PlaceBid
                ? excluded(published, caller) : Optional.empty();
        if (excluded.isPresent()) {
            return receipts.turnedAway(auction, act, excluded.get(), arrived);
        }
        Lot lot = published.lot(read.get().lot()).orElseThrow();
        Delivery delivery =
                Delivery.of(read.get(), act, signature, caller.person(), arrived);
        Request request = new Request.Signed(delivery, flaw(auction, caller, delivery, jws.get()));
        Optional<CompletableFuture<Judged>> waiting =
                lanes.offer(lot, caller.organisation(), request);
        return waiting.isEmpty() ? receipts.turnedAway(auction, act,
                        Refusal.of(AuctionRefusal.RATE_LIMITED), arrived)
                : receipts.judged(lot, delivery, Lanes.await(waiting.get()));
    }

    /** Not remembered: an exclusion counts from its first instant, also in the midst of bidding. */
    private Optional<Refusal> excluded(Published published, Caller caller) {
        return eligibility.barred(
                caller.organisation(), published.organisation(), clock.now());
    }

    /** Why it is not even recorded; null where it is. */
    private AuctionRefusal away(String auction, Caller caller, SignedAct act, DetachedJws jws) {
        if (catalogue.find(auction).flatMap(one -> one.lot(act.lot())).isEmpty()) {
            return AuctionRefusal.AUCTION_UNKNOWN;
        }
        boolean admitted = catalogue.alias(auction, caller.organisation()).isPresent()
                && catalogue.entrant(auction, jws.fingerprint()).filter(known ->
                        known.entrant().organisation().equals(caller.organisation())).isPresent();
        return admitted ? null : AuctionRefusal.NOT_ADMITTED;
    }

    private Optional<AuctionRefusal> flaw(String auction, Caller caller, Delivery delivery,
            DetachedJws jws) {
        Catalogue.Known known = catalogue.entrant(auction, jws.fingerprint()).orElseThrow();
        if (!jws.isOver(delivery.bytes(), known.certificate())) {
            return Optional.of(AuctionRefusal.ACT_SIGNATURE_INVALID);
        }
        if (!catalogue.isApproved(known.entrant())
                || !trust.get().check(known.certificate(), delivery.arrivedAt()).passed()) {
            return Optional.of(AuctionRefusal.CERTIFICATE_NOT_VALID);
        }
        SignedAct act = delivery.act();
        boolean forThis = act.auction().equals(auction)
                && act.act().participant().equals(caller.organisation());
        return forThis ? Optional.empty()
                : Optional.of(AuctionRefusal.SIGNED_FOR_SOMETHING_ELSE);
    }
}
