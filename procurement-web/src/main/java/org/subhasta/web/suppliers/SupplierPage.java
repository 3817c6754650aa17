package org.subhasta.web.suppliers;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.subhasta.eligibility.ExclusionReports;
import org.subhasta.eligibility.ExclusionView;
import org.subhasta.suppliers.Directory;
import org.subhasta.suppliers.SupplierView;
import org.subhasta.suppliers.model.Place;
import org.subhasta.web.page.Visit;
import org.subhasta.web.parties.Choices;

/** {@code /suppliers/{id}}: one supplier, for everybody. */
@Named
@RequestScoped
public class SupplierPage {

    @EJB
    Directory directory;

    @EJB
    ExclusionReports reports;

    @Inject
    Choices choices;

    @Inject
    Visit visit;

    private SupplierView supplier;
    private List<ExclusionView> exclusions;

    /** Finds the supplier the address names, or says that there is none. */
    public void load() {
        if (getSupplier() == null) {
            visit.notFound();
        }
    }

    public SupplierView getSupplier() {
        if (supplier == null) {
            supplier = directory.find(visit.parameter("id")).orElse(null);
        }
        return supplier;
    }

    /** What counts against it now, somewhere or everywhere. */
    public List<ExclusionView> getExclusions() {
        if (exclusions == null) {
            exclusions = reports.of(getSupplier().organisation().id()).stream()
                    .filter(ExclusionView::inForce).toList();
        }
        return exclusions;
    }

    /** Places as people read them: a country by its name, a region by its code and country. */
    public List<String> words(List<String> codes) {
        return codes.stream().map(Place::new).map(place -> {
            String country = choices.country(place.country());
            return place.code().length() == 2 ? country : place.code() + " (" + country + ")";
        }).toList();
    }
}
