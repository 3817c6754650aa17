package org.subhasta.web.tendering;

import java.time.Instant;
import java.util.Locale;
import org.subhasta.kernel.Money;
import org.subhasta.tendering.TenderSummary;

/** A tender in a list for programs. */
public record TenderItem(String id, String ocid, String origin, String phase, String title,
                         String buyer, String classification, Money value, Instant closesAt,
                         Instant publishedAt, int lots) {

    static TenderItem of(TenderSummary tender) {
        return new TenderItem(tender.id(), tender.ocid(),
                tender.origin().name().toLowerCase(Locale.ROOT), tender.phase().word(),
                tender.title(), tender.buyerName(),
                tender.classification().map(c -> c.code()).orElse(null),
                tender.value().orElse(null), tender.closesAt().orElse(null),
                tender.publishedAt(), tender.lots());
    }
}
