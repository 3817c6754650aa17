package org.subhasta.web.eligibility;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.eligibility.QualifiedListReports;
import org.subhasta.eligibility.QualifiedListView;
import org.subhasta.eligibility.QualifiedLists;
import org.subhasta.eligibility.model.EligibilityRefusal;
import org.subhasta.kernel.Outcome;
import org.subhasta.parties.Callers;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/** {@code /lists}, {@code /lists/{id}} for everybody, and {@code /office/lists} for officers. */
@Named
@RequestScoped
public class ListsPage {

    @EJB
    QualifiedListReports reports;
    @EJB
    QualifiedLists lists;
    @EJB
    OrganisationReports organisations;
    @EJB
    Callers callers;
    @Inject
    Messages messages;
    @Inject
    Visit visit;

    private QualifiedListView view;
    private String name;
    private String categories;
    private String from;
    private String until;
    private String supplier;
    private String reason;
    private String leaving;
    private String why;

    /** Finds the list, or says that there is none. */
    public void load() {
        if (getView() == null) {
            visit.notFound();
        }
    }

    /** As {@link #load}, of the officer's own authority. */
    public void loadOwn() {
        if (getView() == null
                || !callers.current().actsFor(getView().authority().id())) {
            visit.notFound();
        }
    }

    public void open() {
        Optional<Optional<LocalDate>> first = messages.value(
                Days.read("from", from, EligibilityRefusal.LIST_PERIOD));
        Optional<Optional<LocalDate>> last = messages.value(
                Days.read("until", until, EligibilityRefusal.LIST_PERIOD));
        if (first.isPresent() && last.isPresent()) {
            messages.value(lists.open(name, categories, first.get().orElse(null), last.get()))
                    .ifPresent(made -> {
                        messages.done("eligibility.list.opened");
                        visit.go("/office/lists/" + made.id());
                    });
        }
    }

    public void admit() {
        messages.value(lists.admit(visit.parameter("id"), supplier, reason)).ifPresent(made -> {
            messages.done("eligibility.list.admitted");
            visit.go("/office/lists/" + made.id());
        });
    }

    public void remove() {
        Outcome<QualifiedListView> removed = Renamed.fields(
                lists.remove(visit.parameter("id"), leaving, why),
                Map.of("reason", "why", "supplier", "leaving"));
        messages.value(removed).ifPresent(made -> {
            messages.done("eligibility.list.removed");
            visit.go("/office/lists/" + made.id());
        });
    }

    public List<QualifiedListView> getAll() {
        return reports.all();
    }

    public List<QualifiedListView> getOwn() {
        return reports.of(callers.current().organisation());
    }

    public List<OrganisationView> getSuppliers() {
        return organisations.suppliers();
    }

    public QualifiedListView getView() {
        if (view == null) {
            view = reports.find(visit.parameter("id")).orElse(null);
        }
        return view;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getCategories() {
        return categories;
    }

    public void setCategories(String categories) {
        this.categories = categories;
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

    public String getSupplier() {
        return supplier;
    }

    public void setSupplier(String supplier) {
        this.supplier = supplier;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getLeaving() {
        return leaving;
    }

    public void setLeaving(String leaving) {
        this.leaving = leaving;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }
}
