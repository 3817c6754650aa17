package org.subhasta.web.tendering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import org.subhasta.tendering.model.Lot;

/** How a table of lots is laid out: no empty columns, and many long texts are folded. */
@Named
@ApplicationScoped
public class LotTable {

    private static final int MANY = 8;
    private static final int LONG_AMONG_MANY = 90;
    private static final int LONG = 400;

    public boolean hasValues(List<Lot> lots) {
        return lots.stream().anyMatch(lot -> lot.estimatedValue().isPresent());
    }

    public boolean hasSubjects(List<Lot> lots) {
        return lots.stream().anyMatch(lot -> lot.classification().isPresent());
    }

    /** Whether a lot's description is behind a disclosure. */
    public boolean folds(List<Lot> lots, Lot lot) {
        return !lot.title().isEmpty() && lot.description().length()
                > (lots.size() > MANY ? LONG_AMONG_MANY : LONG);
    }
}
