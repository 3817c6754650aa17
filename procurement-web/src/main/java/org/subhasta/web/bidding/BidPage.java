package org.subhasta.web.bidding;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.subhasta.bidding.BidReports;
import org.subhasta.bidding.BoxReports;
import org.subhasta.bidding.BoxView;
import org.subhasta.bidding.Committees;
import org.subhasta.bidding.OwnBid;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.OpeningTerms;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.CertificateReports;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;
import org.subhasta.parties.Role;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderView;
import org.subhasta.web.page.Visit;

/** Preparing a bid, new or in place of the standing one: {@code /tenders/{id}/bid}. */
@Named
@RequestScoped
public class BidPage {

    /** What stands in the way of bidding, in the order in which it is told. */
    public enum Bar {
        NONE, CLOSED, ABANDONED, SIGNED_OUT, SUPPLIER, APPROVAL, CERTIFICATE;

        /** As the keys of the texts have it: {@code signed-out}. */
        public String getKey() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    @Inject
    BoxReports boxes;
    @Inject
    TenderReports tenders;
    @Inject
    BidReports bids;
    @Inject
    Callers callers;
    @Inject
    OrganisationReports organisations;
    @Inject
    CertificateReports certificates;
    @Inject
    Sending sending;
    @Inject
    Visit visit;

    private BoxView box;
    private TenderView tender;
    private OrganisationView bidder;
    private OwnBid standing;
    private Bar bar = Bar.NONE;
    private String envelope;
    private String signature;
    private List<Part> texts;

    @PostConstruct
    void load() {
        String id = visit.parameter("id");
        box = boxes.find(id).orElse(null);
        tender = tenders.find(id).orElse(null);
        if (box == null || tender == null) {
            return;
        }
        bar = bar();
        if (bar == Bar.NONE) {
            standing = bids.standing(id).orElse(null);
        }
    }

    /** Leaves for the page that says there is nothing here, where there is nothing. */
    public void require() {
        if (box == null || tender == null) {
            visit.notFound();
        }
    }

    /** Sends what was signed; accepted, the page of the bid with its receipt follows. */
    public void send() {
        sending.send(box.id(), envelope, signature, texts);
    }

    private Bar bar() {
        if (box.state() instanceof BoxState.Abandoned) {
            return Bar.ABANDONED;
        }
        if (!box.takesBidsAt(visit.getNow()) || getOpening() == null) {
            return Bar.CLOSED;
        }
        Caller caller = callers.signedIn().orElse(null);
        if (caller == null) {
            return Bar.SIGNED_OUT;
        }
        bidder = organisations.find(caller.organisation()).orElse(null);
        if (!caller.is(Role.SUPPLIER) || bidder == null) {
            return Bar.SUPPLIER;
        }
        if (!bidder.approved()) {
            return Bar.APPROVAL;
        }
        return certificates.mine().stream().anyMatch(one -> one.state().equals("approved")
                && one.validUntil().isAfter(visit.getNow())) ? Bar.NONE : Bar.CERTIFICATE;
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

    public OwnBid getStanding() {
        return standing;
    }

    public Bar getBar() {
        return bar;
    }

    public String getKind() {
        return standing == null ? "submit" : "replace";
    }

    /** How its bids are sealed and opened; null where the tender is from before sealing. */
    public OpeningTerms getOpening() {
        return box.terms().opening().orElse(null);
    }

    /** The committee to seal to: canonical JSON, as the notice has it. */
    public String getCommittee() {
        return new String(Committees.published(getOpening().committee()), StandardCharsets.UTF_8);
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

    public List<Part> getTexts() {
        return texts;
    }

    public void setTexts(List<Part> texts) {
        this.texts = texts;
    }
}
