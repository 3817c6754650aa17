package org.subhasta.web.auction.office;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.subhasta.auction.AuctionDesk;
import org.subhasta.auction.AuctionDraft;
import org.subhasta.auction.format.LiveTerms;
import org.subhasta.auction.model.PreparationRefusal;
import org.subhasta.kernel.Refusal;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/**
 * {@code /office/auctions/{id}/draft}: terms in a form, or as text. Whatever can be pressed on it
 * saves first, so nothing typed is lost; where another officer saved meanwhile it says so and keeps
 * what was typed.
 */
@Named
@ViewScoped
public class OfficeAuctionDraft implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private AuctionDesk desk;
    @Inject
    private OfficeAuctions office;
    @Inject
    private Currencies currencies;
    @Inject
    private Messages messages;
    @Inject
    private Visit visit;

    private String id;
    private String as;
    private long version;
    private String title;
    private String terms;
    private AuctionForm form;
    private ZoneId zone;
    private String format = "english";
    private String mechanism = "open-outcry";

    public void load() {
        if (terms != null) {
            return;
        }
        Optional<AuctionDraft> draft = desk.draft(id);
        if (draft.isPresent()) {
            zone = office.getZone();
            show(draft.get());
        } else if (desk.admitted(id).isPresent()) {
            visit.go("/office/auctions/" + id);
        } else {
            visit.notFound();
        }
    }

    private void show(AuctionDraft draft) {
        version = draft.version();
        title = draft.title();
        terms = draft.terms();
        form = isTextWanted() ? null : FormReader.read(terms, zone).orElse(null);
        if (form != null && !form.text("format").isEmpty()) {
            format = Formats.offered(form.text("format"));
        }
    }

    private FormWriter.Written written() {
        return form == null ? new FormWriter.Written(terms, List.of())
                : FormWriter.write(form, zone);
    }

    private boolean store() {
        Optional<AuctionDraft> saved =
                messages.value(desk.save(id, version, written().terms()));
        saved.ifPresent(draft -> {
            version = draft.version();
            title = draft.title();
        });
        return saved.isPresent();
    }

    public void save() {
        if (store()) {
            messages.done("auctionoffice.saved");
        }
    }

    /** Saves; then either tells all that is wrong, or goes on to what will happen. */
    public void check() {
        if (!store()) {
            return;
        }
        List<Refusal> problems = form == null ? faults(terms) : FormFaults.of(written());
        if (problems.isEmpty()) {
            visit.go("/office/auctions/" + id + "/preview");
        } else {
            messages.show(problems);
        }
    }

    private static List<Refusal> faults(String text) {
        return LiveTerms.read(text).faults().stream().map(fault -> Refusal.at("terms",
                PreparationRefusal.TERMS_FAULTY, Integer.toString(fault.line()),
                fault.sentence())).toList();
    }

    /** Puts the phases of another format in place of these. */
    public void takeFormat() {
        Formats.take(form, format);
        store();
    }

    public void addPhase() {
        Formats.add(form, mechanism);
        store();
    }

    public void removePhase(int place) {
        Formats.remove(form, place);
        store();
    }

    public void addLot() {
        form.addLot();
        store();
    }

    public void removeLot(String lot) {
        form.removeLot(lot);
        store();
    }

    public void addCriterion() {
        form.getCriteria().add(new Sheet());
        store();
    }

    public void removeCriterion(int place) {
        form.getCriteria().remove(place);
        store();
    }

    public void discard() {
        messages.value(desk.discard(id)).ifPresent(gone -> {
            messages.done("auctionoffice.discarded");
            visit.go("/office/auctions");
        });
    }

    /** Whether it follows the opening of a tender's lot, so that it has that one lot. */
    public boolean isFollowing() {
        return LiveTerms.followsOf(terms).isPresent();
    }

    /** Whether the terms are edited as text, because somebody wants it. */
    public boolean isTextWanted() {
        return "text".equals(as);
    }

    public List<String> getCurrencies() {
        return currencies.all();
    }

    public List<String> getFormats() {
        return Formats.OFFERED;
    }

    public List<String> getMechanisms() {
        return PhaseForm.MECHANISMS;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getAs() {
        return as;
    }

    public void setAs(String as) {
        this.as = as;
    }

    public String getTitle() {
        return title;
    }

    public String getTerms() {
        return terms;
    }

    public void setTerms(String terms) {
        this.terms = terms == null ? "" : terms;
    }

    /** Null where the terms are edited as text. */
    public AuctionForm getForm() {
        return form;
    }

    public ZoneId getZone() {
        return zone;
    }

    public String getFormat() {
        return format;
    }

    public void setFormat(String format) {
        this.format = format;
    }

    public String getMechanism() {
        return mechanism;
    }

    public void setMechanism(String mechanism) {
        this.mechanism = mechanism;
    }
}
