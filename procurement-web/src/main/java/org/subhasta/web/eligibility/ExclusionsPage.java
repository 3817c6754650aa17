package org.subhasta.web.eligibility;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.subhasta.eligibility.ExclusionReports;
import org.subhasta.eligibility.ExclusionView;
import org.subhasta.web.page.Visit;

/** {@code /exclusions}: what everybody may know, searched by {@code q}. */
@Named
@RequestScoped
public class ExclusionsPage {

    @EJB
    ExclusionReports reports;
    @Inject
    Visit visit;

    private List<ExclusionView> found;

    public List<ExclusionView> getFound() {
        if (found == null) {
            found = reports.search(getText(), isForce());
        }
        return found;
    }

    public String getText() {
        return visit.parameter("q") == null ? "" : visit.parameter("q");
    }

    public boolean isForce() {
        return "true".equals(visit.parameter("force"));
    }
}
