package org.subhasta.web.bidding;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.subhasta.bidding.BidReports;
import org.subhasta.bidding.BoxReports;
import org.subhasta.bidding.BoxView;
import org.subhasta.bidding.Committees;
import org.subhasta.bidding.OpenedBid;
import org.subhasta.bidding.OwnBid;
import org.subhasta.bidding.model.BidKind;
import org.subhasta.kernel.Money;
import org.subhasta.parties.Callers;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;
import org.subhasta.parties.Role;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderView;
import org.subhasta.web.page.Visit;

/**
 * One bid of the reader's own organisation: {@code /bids/{id}}, and withdrawing it:
 * {@code /bids/{id}/withdraw}. Anybody else's is not found.
 */
@Named
@RequestScoped
public class OwnBidPage {

    @Inject
    BidReports bids;
    @Inject
    BoxReports boxes;
    @Inject
    TenderReports tenders;
    @Inject
    OrganisationReports organisations;
    @Inject
    Callers callers;
    @Inject
    Sending sending;
    @Inject
    Visit visit;

    private OwnBid bid;
    private BoxView box;
    private TenderView tender;
    private OrganisationView bidder;
    private final Map<String, String> titles = new HashMap<>();
    private String envelope;
    private String signature;

    @PostConstruct
    void load() {
        bid = own(visit.parameter("id")).orElse(null);
        if (bid != null) {
            box = boxes.find(bid.box()).orElseThrow();
            tender = tenders.find(bid.box()).orElse(null);
            bidder = organisations.find(callers.current().organisation()).orElseThrow();
            box.terms().lots().forEach(lot -> titles.put(lot.id(), lot.title()));
        }
    }

    private Optional<OwnBid> own(String id) {
        if (!callers.signedIn().map(caller -> caller.is(Role.SUPPLIER)).orElse(false)) {
            return Optional.empty();
        }
        try {
            return bids.mine(UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** Leaves for the sign-in, or for the page that says there is nothing here. */
    public void require() {
        if (bid == null && callers.signedIn().isEmpty()) {
            visit.go("/sign-in?next=" + visit.getAddress());
        } else if (bid == null) {
            visit.notFound();
        }
    }

    /** For the page of the withdrawal: as {@link #require}, and back where it is too late. */
    public void requireChangeable() {
        if (bid == null) {
            require();
        } else if (!isChangeable()) {
            visit.go("/bids/" + bid.id());
        }
    }

    /** Sends the signed withdrawal. */
    public void send() {
        sending.send(bid.box(), envelope, signature, null);
    }

    /** Whether it can still be replaced or withdrawn. */
    public boolean isChangeable() {
        return bid.standing() == OwnBid.Standing.STANDS && box.takesBidsAt(visit.getNow());
    }

    /** Whether a new one can be submitted in its place. */
    public boolean isRepeatable() {
        return box.takesBidsAt(visit.getNow()) && bids.standing(bid.box()).isEmpty();
    }

    public boolean isJustReceived() {
        return "now".equals(visit.parameter("received"));
    }

    public boolean isWithdrawal() {
        return bid.kind() == BidKind.WITHDRAW;
    }

    public String titleOf(String lot) {
        return titles.getOrDefault(lot, "");
    }

    /** A file's name as part of an address. */
    public String address(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** {@code open}, {@code draft} or {@code closed}: how the status looks. */
    public String getTone() {
        return Tones.of(bid);
    }

    /** The key of the word for its status. */
    public String getStatus() {
        return Tones.key(bid, box);
    }

    /** What came out of it; null while it is sealed, and for one that did not stand. */
    public OpenedBid getOpened() {
        return bid.opened().orElse(null);
    }

    /** The sum of its lots; null while its prices are sealed. */
    public Money getTotal() {
        return bid.opened().flatMap(OpenedBid::total).orElse(null);
    }

    /** The committee to which it is sealed: canonical JSON, as the notice has it. */
    public String getCommittee() {
        return new String(Committees.published(
                box.terms().opening().orElseThrow().committee()), StandardCharsets.UTF_8);
    }

    public OwnBid getBid() {
        return bid;
    }

    public BoxView getBox() {
        return box;
    }

    public TenderView getTender() {
        return tender;
    }

    public OrganisationView getBidder() {
        return bidder;
    }

    public String getEnvelope() {
        return envelope;
    }

    public void setEnvelope(String envelope) {
        this.envelope = envelope;
    }

    public String getSignature() {
        return signature;
    }

    public void setSignature(String signature) {
        this.signature = signature;
    }
}
