package org.subhasta.tendering;

import java.util.ArrayList;
import java.util.List;
import org.subhasta.kernel.Money;
import org.subhasta.tendering.model.Admission;
import org.subhasta.tendering.model.Classification;
import org.subhasta.tendering.model.Draft;
import org.subhasta.tendering.model.Lot;

/** Begins a draft with the words of an imported tender. */
final class TakingOver {

    private TakingOver() {
    }

    static Draft draft(ImportedReading reading, String zone) {
        String currency = reading.value().map(v -> v.currency().getCurrencyCode())
                .or(() -> reading.lots().stream().flatMap(lot -> lot.estimatedValue().stream())
                        .map(v -> v.currency().getCurrencyCode()).findFirst())
                .orElse("EUR");
        return new Draft(reading.title(), reading.description(), reading.place(),
                reading.classification().map(Classification::code).orElse(""),
                reading.additional().stream().map(Classification::code)
                        .limit(Admission.MOST_ADDITIONAL).toList(),
                "", false, currency, "", "", zone, lots(reading, currency), List.of(),
                Draft.Opening.usual());
    }

    private static List<Draft.DraftLot> lots(ImportedReading reading, String currency) {
        List<Draft.DraftLot> lots = new ArrayList<>();
        for (Lot lot : reading.lots()) {
            lots.add(new Draft.DraftLot(Integer.toString(lots.size() + 1), lot.title(),
                    lot.description(), lot.quantity().map(q -> q.toPlainString()).orElse(""),
                    lot.unit(), lot.classification().map(Classification::code).orElse(""),
                    lot.estimatedValue().filter(Money::isPositive)
                            .filter(v -> v.currency().getCurrencyCode().equals(currency))
                            .map(Money::decimal).orElse(""), false));
        }
        if (lots.isEmpty()) {
            lots.add(new Draft.DraftLot("1", "", "", "", "", "",
                    reading.value().filter(Money::isPositive).map(Money::decimal).orElse(""),
                    false));
        }
        return lots;
    }
}
