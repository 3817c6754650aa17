package org.subhasta.web.tendering;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.tendering.DraftView;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderView;
import org.subhasta.tendering.Tenders;
import org.subhasta.tendering.model.Draft;
import org.subhasta.tendering.model.Origin;
import org.subhasta.tendering.model.TenderingRefusal;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/** Begins a draft: with a title, or from an imported tender. */
@Named
@RequestScoped
public class NewTenderPage {

    @Inject
    private Tenders tenders;
    @Inject
    private TenderReports reports;
    @Inject
    private Messages messages;
    @Inject
    private Visit visit;

    private String title;
    private String from;
    private TenderView source;

    public void load() {
        source = from == null ? null : reports.find(from)
                .filter(tender -> tender.origin() == Origin.IMPORTED).orElse(null);
        if (from != null && source == null) {
            visit.notFound();
        }
    }

    public void begin() {
        if (title == null) {
            messages.show(java.util.List.of(
                    Refusal.at("title", TenderingRefusal.TITLE_MISSING)));
            return;
        }
        Outcome<DraftView> begun = tenders.begin();
        messages.value(begun).flatMap(draft -> messages.value(
                tenders.save(draft.id(), draft.version(), titled(draft.draft())))).ifPresent(this::edit);
    }

    private Draft titled(Draft draft) {
        return new Draft(title.strip(), draft.description(), draft.place(),
                draft.classification(), draft.additional(), draft.prices(), draft.partialBids(),
                draft.currency(), draft.closesOn(), draft.closesAt(), draft.zone(), draft.lots(),
                draft.documents(), draft.opening());
    }

    public void takeOver() {
        Optional<DraftView> draft = messages.value(tenders.takeOver(from));
        draft.ifPresent(this::edit);
    }

    private void edit(DraftView draft) {
        visit.go("/office/tenders/" + draft.id());
    }

    public TenderView getSource() {
        return source;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }
}
