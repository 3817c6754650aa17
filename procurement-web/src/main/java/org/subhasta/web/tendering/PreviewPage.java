package org.subhasta.web.tendering;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.tendering.DraftView;
import org.subhasta.tendering.TenderView;
import org.subhasta.tendering.Tenders;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/** A draft as it would be published, and the button that does it. */
@Named
@ViewScoped
public class PreviewPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Tenders tenders;
    @Inject
    private Messages messages;
    @Inject
    private Visit visit;

    private String id;
    private long version;
    private boolean loaded;

    private transient TenderView tender;

    public void load() {
        if (loaded) {
            return;
        }
        Optional<DraftView> draft = tenders.draft(id);
        if (draft.isEmpty()) {
            visit.notFound();
            return;
        }
        version = draft.get().version();
        loaded = true;
        if (tenders.preview(id) instanceof Outcome.Refused<TenderView>(List<Refusal> refusals)) {
            messages.show(refusals);
        }
    }

    /** What would be published now; null where something is missing. */
    public TenderView getTender() {
        if (tender == null && loaded
                && tenders.preview(id) instanceof Outcome.Done<TenderView>(TenderView ready)) {
            tender = ready;
        }
        return tender;
    }

    public void publish() {
        messages.value(tenders.publish(id, version)).ifPresent(published -> {
            messages.done("tendering.published");
            visit.go("/tenders/" + published.id());
        });
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
