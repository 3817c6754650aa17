package org.subhasta.web.tendering;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.subhasta.parties.Callers;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderView;
import org.subhasta.tendering.Tenders;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/** Cancels a published tender, with the reason that will be published. */
@Named
@RequestScoped
public class CancelPage {

    @Inject
    private Tenders tenders;
    @Inject
    private TenderReports reports;
    @Inject
    private Callers callers;
    @Inject
    private Messages messages;
    @Inject
    private Visit visit;

    private String id;
    private String reason;
    private TenderView tender;

    public void load() {
        Optional<TenderView> found = reports.find(id)
                .filter(t -> callers.current().actsFor(t.buyer().id()));
        if (found.isEmpty()) {
            visit.notFound();
            return;
        }
        tender = found.get();
    }

    public void cancel() {
        messages.value(tenders.cancel(id, reason == null ? "" : reason)).ifPresent(cancelled -> {
            messages.done("tendering.cancelled");
            visit.go("/tenders/" + cancelled.id());
        });
    }

    public TenderView getTender() {
        return tender;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
