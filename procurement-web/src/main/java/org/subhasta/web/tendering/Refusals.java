package org.subhasta.web.tendering;

import jakarta.ws.rs.core.Response;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.tendering.model.TenderingRefusal;
import org.subhasta.web.api.Problems;

/** Which refusals of tenders have an HTTP status of their own. */
final class Refusals {

    private Refusals() {
    }

    static Response answer(Problems problems, Outcome.Refused<?> refused) {
        Refusal.Code code = refused.first().code();
        if (code == TenderingRefusal.TENDER_UNKNOWN) {
            return problems.notFound();
        }
        if (code == TenderingRefusal.DRAFT_CHANGED_MEANWHILE) {
            return problems.of(Response.Status.PRECONDITION_FAILED, refused,
                    java.util.Map.of());
        }
        return code == TenderingRefusal.TENDER_NOT_A_DRAFT
                || code == TenderingRefusal.TENDER_NOT_ACTIVE
                ? problems.of(Response.Status.CONFLICT, refused, java.util.Map.of())
                : problems.of(refused);
    }
}
