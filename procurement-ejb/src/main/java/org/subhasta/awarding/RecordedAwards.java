package org.subhasta.awarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.Money;
import org.subhasta.tendering.TenderView;

/** Keeps awards decided elsewhere, as the latest import of their process tells of them. */
@ApplicationScoped
class RecordedAwards {

    @PersistenceContext
    private EntityManager entities;

    /** The awards of an imported tender in place of those kept before; the same id stays itself. */
    void replace(TenderView tender) {
        Map<String, RecordedAwardRow> known = new LinkedHashMap<>();
        entities.createQuery("SELECT a FROM RecordedAwardRow a WHERE a.tender = :tender",
                RecordedAwardRow.class).setParameter("tender", tender.id())
                .getResultStream().forEach(row -> known.put(row.key(), row));
        List<TenderView.ImportedAward> awards =
                tender.imported().map(TenderView.Imported::awards).orElse(List.of());
        for (int i = 0; i < awards.size(); i++) {
            TenderView.ImportedAward award = awards.get(i);
            String key = award.id().isEmpty() ? "#" + (i + 1) : award.id();
            RecordedAwardRow row = Optional.ofNullable(known.remove(key))
                    .orElseGet(() -> new RecordedAwardRow(Identifier.next(), tender.id(), key));
            AwardView view = view(row.id(), tender, award);
            row.set(view, AwardJson.of(view).toString());
            entities.persist(row);
        }
        known.values().forEach(entities::remove);
    }

    private static AwardView view(
            String id, TenderView tender, TenderView.ImportedAward award) {
        // A total of nothing is how some publishers write that they do not tell it.
        Optional<Money> value = award.value().filter(Money::isPositive);
        return new AwardView(id, AwardView.Source.RECORDED,
                new AwardView.Tender(tender.id(), tender.title()), tender.ocid(),
                new AwardView.Organisation(Optional.empty(), tender.buyer().name()),
                outcome(award),
                award.date().orElseGet(() -> tender.imported().orElseThrow().publishedAt()),
                ZoneOffset.UTC, Optional.empty(), "", value,
                award.title().equals(tender.title()) ? "" : award.title(), List.of(), List.of(),
                award.suppliers().stream().map(name -> new AwardView.Winner(
                        new AwardView.Organisation(Optional.empty(), name), Optional.empty(),
                        List.of())).toList(),
                List.of(), Optional.empty());
    }

    /** OCDS's award status; where it is missing, what the suppliers suggest. */
    private static AwardView.Outcome outcome(TenderView.ImportedAward award) {
        return switch (award.status()) {
            case "active" -> AwardView.Outcome.COMPLETE;
            case "unsuccessful" -> AwardView.Outcome.UNSUCCESSFUL;
            case "cancelled" -> AwardView.Outcome.CANCELLED;
            case "pending" -> AwardView.Outcome.PENDING;
            default -> award.suppliers().isEmpty()
                    ? AwardView.Outcome.PENDING : AwardView.Outcome.COMPLETE;
        };
    }
}
