package org.subhasta.web.tendering;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Role;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderView;
import org.subhasta.tendering.model.Origin;
import org.subhasta.tendering.model.Phase;
import org.subhasta.web.page.Visit;

/** The page of one tender that was published here or imported. */
@Named
@RequestScoped
public class TenderPage {

    @Inject
    private TenderReports tenders;
    @Inject
    private Callers callers;
    @Inject
    private Visit visit;

    private String id;
    private TenderView tender;

    public void load() {
        Optional<TenderView> found = tenders.find(id);
        if (found.isEmpty()) {
            visit.notFound();
            return;
        }
        tender = found.get();
    }

    public TenderView getTender() {
        return tender;
    }

    /** Whether the reader is an officer of the buyer. */
    public boolean isOurs() {
        return tender.origin() == Origin.HERE && caller(Role.OFFICER)
                .filter(caller -> caller.actsFor(tender.buyer().id())).isPresent();
    }

    /** Whether the buyer's officer could still cancel it. */
    public boolean isCancellable() {
        return isOurs() && (tender.phase() == Phase.OPEN || tender.phase() == Phase.EVALUATION);
    }

    /** Whether the reader may take an imported tender over as a draft. */
    public boolean isUsable() {
        return tender.origin() == Origin.IMPORTED && caller(Role.OFFICER).isPresent();
    }

    /** Whether the invitation to bid is for the reader: nobody known yet, or a supplier. */
    public boolean isAddressed() {
        return callers.signedIn().isEmpty() || caller(Role.SUPPLIER).isPresent();
    }

    private Optional<Caller> caller(Role role) {
        return callers.signedIn().filter(caller -> caller.is(role));
    }

    /** Why there is no button to bid: a key of the texts; {@code ""} where there is one. */
    public String getWhyNoBid() {
        if (tender.origin() == Origin.IMPORTED) {
            return "tendering.no-bid.imported";
        }
        return tender.phase() == Phase.OPEN ? ""
                : "tendering.no-bid." + tender.phase().word();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
