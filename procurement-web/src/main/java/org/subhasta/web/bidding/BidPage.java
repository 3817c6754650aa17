package org.subhasta.web.bidding;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.subhasta.bidding.BidReports;
import org.subhasta.bidding.BoxReports;
import org.subhasta.bidding.BoxView;
import org.subhasta.bidding.Committees;
import org.subhasta.bidding.OwnBid;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.OpeningTerms;
import org.subhasta.eligibility.ExclusionReports;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.CertificateReports;
import org.subhasta.parties.Duty;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;
import org.subhasta.parties.Role;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderView;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Texts;
import org.subhasta.web.page.Visit;

/**
 * Preparing a bid, new or in place of the standing one, and sending the one that was announced and
 * kept: {@code /tenders/{id}/bid}.
 */
@Named
@RequestScoped
public class BidPage {

    /** What stands in the way of bidding, in the order in which it is told. */
    public enum Bar {
        NONE, CLOSED, ABANDONED, ANNOUNCED, GRACE, SIGNED_OUT, SUPPLIER, DUTY, APPROVAL,
        EXCLUDED, CERTIFICATE;

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
    ExclusionReports eligibility;
    @Inject
    OwnAnnouncement announcement;
    @Inject
    Sending sending;
    @Inject
    Messages messages;
    @Inject
    Texts texts;
    @Inject
    Visit visit;

    private BoxView box;
    private TenderView tender;
    private OrganisationView bidder;
    private OwnBid standing;
    private OwnAnnouncement.Awaited awaited;
    private Bar bar = Bar.NONE;
    private Refusal exclusion;
    private boolean answered;
    private String envelope;
    private String signature;
    private List<Part> sealedTexts;
    private List<Part> kept;

    @PostConstruct
    void load() {
        String id = visit.parameter("id");
        box = boxes.find(id).orElse(null);
        tender = tenders.find(id).orElse(null);
        if (box == null || tender == null) {
            return;
        }
        awaited = announcement.of(id);
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
        answered = true;
        sending.send(box.id(), envelope, signature, sealedTexts);
    }

    /** Sends the announced bid from the file in which it was kept. */
    public void sendKept() {
        answered = true;
        try (KeptBid bid = KeptBid.read(kept)) {
            Optional<Refusal> flaw = bid.flaw(awaited.said());
            if (flaw.isPresent()) {
                messages.show(List.of(flaw.get()));
            } else {
                sending.send(bid.submission(box.id()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what was kept could not be read", e);
        }
    }

    /**
     * Whether the form of a bid is on the page. What was signed before the closing and arrives after
     * it is judged, too: it may have been announced, and who is late is owed the receipt of that.
     */
    public boolean isForm() {
        boolean late = (bar == Bar.CLOSED || bar == Bar.ANNOUNCED) && bidder != null
                && getOpening() != null;
        return bar == Bar.NONE
                || late && !answered && FacesContext.getCurrentInstance().isPostback();
    }

    private Bar bar() {
        if (box.state() instanceof BoxState.Abandoned) {
            return Bar.ABANDONED;
        }
        Caller caller = callers.signedIn().orElse(null);
        bidder = caller == null || !caller.is(Role.SUPPLIER) ? null
                : organisations.find(caller.organisation()).orElse(null);
        if (!box.takesBidsAt(visit.getNow()) || getOpening() == null) {
            return late(caller);
        }
        if (caller == null) {
            return Bar.SIGNED_OUT;
        }
        if (bidder == null) {
            return Bar.SUPPLIER;
        }
        if (caller.lacks(Duty.BID).isPresent()) {
            return Bar.DUTY;
        }
        if (!bidder.approved()) {
            return Bar.APPROVAL;
        }
        exclusion = eligibility.barring(box.terms().organisation()).orElse(null);
        if (exclusion != null) {
            return Bar.EXCLUDED;
        }
        return certificates.mine().stream().anyMatch(one -> one.state().equals("approved")
                && one.validUntil().isAfter(visit.getNow())) ? Bar.NONE : Bar.CERTIFICATE;
    }

    /** B1: whoever is not signed in is told the same whether or not anybody announced a bid. */
    private Bar late(Caller caller) {
        if (awaited != null) {
            return Bar.ANNOUNCED;
        }
        return caller == null && visit.getNow().isBefore(box.graceEndsAt())
                ? Bar.GRACE : Bar.CLOSED;
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

    /** What was announced and has still to come; null where nothing has. */
    public OwnAnnouncement.Awaited getAwaited() {
        return awaited;
    }

    /** How long after the closing an announced bid may arrive, in minutes. */
    public long getGrace() {
        return getOpening().grace().toMinutes();
    }

    public Bar getBar() {
        return bar;
    }

    /** What an excluded bidder is told, in the words in which its bid would be refused. */
    public String getExclusion() {
        return exclusion == null ? "" : texts.of(exclusion);
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
        return sealedTexts;
    }

    public void setTexts(List<Part> sealedTexts) {
        this.sealedTexts = sealedTexts;
    }

    public List<Part> getKept() {
        return kept;
    }

    public void setKept(List<Part> kept) {
        this.kept = kept;
    }
}
