package org.subhasta.web.eligibility;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.subhasta.eligibility.ExclusionReports;
import org.subhasta.eligibility.ExclusionView;
import org.subhasta.eligibility.Exclusions;
import org.subhasta.eligibility.model.EligibilityRefusal;
import org.subhasta.eligibility.model.Exclusion;
import org.subhasta.eligibility.model.Ground;
import org.subhasta.eligibility.model.Scope;
import org.subhasta.kernel.Outcome;
import org.subhasta.parties.Callers;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/** {@code /office/exclusions}: the authority's exclusions, and the form for another. */
@Named
@RequestScoped
public class OfficeExclusions {

    @EJB
    ExclusionReports reports;
    @EJB
    Exclusions exclusions;
    @EJB
    OrganisationReports organisations;
    @EJB
    Callers callers;
    @Inject
    Messages messages;
    @Inject
    Visit visit;

    private List<ExclusionView> own;
    private String supplier;
    private String scope = Scope.AUTHORITY.name();
    private String ground;
    private String law;
    private String reason;
    private String from;
    private String until;

    public void record() {
        // Days begin and end where the authority is, and the platform may be elsewhere.
        ZoneId zone = organisations.find(callers.current().organisation())
                .map(OrganisationView::zone).map(ZoneId::of).orElseThrow();
        Optional<Optional<LocalDate>> first = messages.value(
                Days.read("from", from, EligibilityRefusal.EXCLUSION_PERIOD));
        Optional<Optional<LocalDate>> last = messages.value(
                Days.read("until", until, EligibilityRefusal.EXCLUSION_PERIOD));
        if (first.isEmpty() || last.isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(visit.getNow(), zone);
        Optional<Instant> begins = first.get().filter(day -> !day.equals(today))
                .map(day -> day.atStartOfDay(zone).toInstant());
        Optional<Instant> ends =
                last.get().map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
        Outcome<ExclusionView> made = exclusions.record(new Exclusion.Asked(supplier,
                Scope.valueOf(scope), ground == null || ground.isEmpty() ? null
                : Ground.valueOf(ground), law, reason, begins, ends));
        messages.value(made).ifPresent(one -> {
            messages.done(one.stage().equals("waiting") ? "eligibility.proposed"
                    : "eligibility.recorded", one.supplier().name());
            visit.go("/office/exclusions/" + one.id());
        });
    }

    public List<ExclusionView> getOwn() {
        if (own == null) {
            own = reports.own();
        }
        return own;
    }

    public List<OrganisationView> getSuppliers() {
        return organisations.suppliers();
    }

    public List<String> getGrounds() {
        return Arrays.stream(Ground.values()).map(Enum::name).toList();
    }

    public List<String> getScopes() {
        return Arrays.stream(Scope.values()).map(Enum::name).toList();
    }

    /** As chosen before, or as the link of a supplier's page names it. */
    public String getSupplier() {
        return supplier == null ? visit.parameter("of") : supplier;
    }

    public void setSupplier(String supplier) {
        this.supplier = supplier;
    }

    public String getScope() {
        return scope;
    }

    public void setScope(String scope) {
        this.scope = scope;
    }

    public String getGround() {
        return ground;
    }

    public void setGround(String ground) {
        this.ground = ground;
    }

    public String getLaw() {
        return law;
    }

    public void setLaw(String law) {
        this.law = law;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }
}
