package org.subhasta.publication;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.subhasta.awarding.AwardView;
import org.subhasta.kernel.Money;
import org.subhasta.tendering.TenderView;
import org.subhasta.tendering.model.Classification;
import org.subhasta.tendering.model.Lot;
import org.subhasta.tendering.model.Notice;
import org.subhasta.tendering.model.Phase;

/**
 * A tender written here as a release of OCDS 1.1 with the lots extension; once it is awarded, with
 * its award. The release of a decision is the same whenever it is asked for: it is embedded in the
 * signed notice, and the same identifier must not stand for two contents (OCDS, "Releases").
 */
final class TenderRelease {

    static final String LOTS_EXTENSION = "https://raw.githubusercontent.com/"
            + "open-contracting-extensions/ocds_lots_extension/v1.1.5/extension.json";
    static final String TECHNIQUES_EXTENSION = "https://raw.githubusercontent.com/"
            + "open-contracting-extensions/ocds_techniques_extension/master/extension.json";

    private TenderRelease() {
    }

    static JsonObject of(TenderView tender, String address) {
        String date = tender.ending().map(ending -> ending.at().toString())
                .orElse(tender.published().orElseThrow().at().toString());
        return release(tender, date, tag(tender.phase()))
                .add("parties", Json.createArrayBuilder().add(party(tender.buyer())))
                .add("tender", tender(tender, tender.phase(), address))
                .build();
    }

    /** The same with what was decided; the tender is as that decision leaves it. */
    static JsonObject of(TenderView tender, AwardView award, String address) {
        Phase phase = award.outcome() == AwardView.Outcome.COMPLETE
                ? Phase.COMPLETE : Phase.UNSUCCESSFUL;
        return release(tender, award.decidedAt().toString(), "award")
                .add("parties", AwardSection.parties(award, party(tender.buyer())))
                .add("tender", tender(tender, phase, address)
                        .add("numberOfTenderers", award.bids().stream()
                                .map(AwardView.Bid::bidder).distinct().count())
                        .add("tenderers", AwardSection.tenderers(award)))
                .add("awards", AwardSection.awards(award, items(tender).build(), address))
                .build();
    }

    private static JsonObjectBuilder release(TenderView tender, String date, String tag) {
        return Json.createObjectBuilder()
                .add("ocid", tender.ocid())
                .add("id", tender.ocid() + "-" + date)
                .add("date", date)
                .add("tag", Json.createArrayBuilder().add(tag))
                .add("language", "en")
                .add("initiationType", "tender")
                .add("buyer", reference(tender.buyer()));
    }

    private static String tag(Phase phase) {
        return switch (phase) {
            case PLANNED, OPEN, ELSEWHERE, EVALUATION -> "tender";
            case COMPLETE, UNSUCCESSFUL -> "tenderUpdate";
            case CANCELLED, WITHDRAWN -> "tenderCancellation";
        };
    }

    private static String status(Phase phase) {
        return switch (phase) {
            case PLANNED -> "planned";
            case OPEN, ELSEWHERE, EVALUATION -> "active";
            case COMPLETE -> "complete";
            case UNSUCCESSFUL -> "unsuccessful";
            case CANCELLED -> "cancelled";
            case WITHDRAWN -> "withdrawn";
        };
    }

    private static JsonObjectBuilder party(Notice.Buyer buyer) {
        JsonObjectBuilder party = Json.createObjectBuilder()
                .add("id", buyer.id())
                .add("name", buyer.name())
                .add("roles", Json.createArrayBuilder().add("buyer").add("procuringEntity"));
        if (!buyer.identifier().isEmpty()) {
            party.add("identifier", Json.createObjectBuilder()
                    .add("scheme", buyer.scheme())
                    .add("id", buyer.identifier())
                    .add("legalName", buyer.name()));
        }
        return party;
    }

    private static JsonObjectBuilder reference(Notice.Buyer buyer) {
        return Json.createObjectBuilder().add("id", buyer.id()).add("name", buyer.name());
    }

    private static JsonObjectBuilder tender(TenderView tender, Phase phase, String address) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", tender.id())
                .add("title", tender.title())
                .add("description", tender.description())
                .add("status", status(phase))
                .add("procuringEntity", reference(tender.buyer()))
                .add("procurementMethod", tender.procedure())
                .add("awardCriteria", "priceOnly")
                .add("submissionMethod",
                        Json.createArrayBuilder().add("electronicSubmission"))
                .add("submissionMethodDetails", address + "/tenders/" + tender.id())
                .add("tenderPeriod", Json.createObjectBuilder()
                        .add("startDate", tender.published().orElseThrow().at().toString())
                        .add("endDate", tender.closing().orElseThrow().at().toString()))
                .add("lots", lots(tender, phase))
                .add("items", items(tender))
                .add("documents", documents(tender, address));
        tender.value().ifPresent(value -> json.add("value", money(value)));
        return json;
    }

    private static JsonArrayBuilder lots(TenderView tender, Phase phase) {
        JsonArrayBuilder lots = Json.createArrayBuilder();
        for (Lot lot : tender.lots()) {
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("id", lot.id())
                    .add("title", lot.title())
                    .add("status", status(phase));
            if (!lot.description().isEmpty()) {
                json.add("description", lot.description());
            }
            lot.estimatedValue().ifPresent(value -> json.add("value", money(value)));
            if (lot.auction()) {
                json.add("techniques",
                        Json.createObjectBuilder().add("hasElectronicAuction", true));
            }
            lots.add(json);
        }
        return lots;
    }

    /** One item per lot: what it is classified as, and how much of it. */
    private static JsonArrayBuilder items(TenderView tender) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (Lot lot : tender.lots()) {
            JsonObjectBuilder item = Json.createObjectBuilder()
                    .add("id", lot.id())
                    .add("description", lot.title())
                    .add("relatedLot", lot.id());
            lot.classification().or(tender::classification).ifPresent(classification ->
                    item.add("classification", classification(classification)));
            lot.quantity().ifPresent(quantity -> item.add("quantity", quantity));
            if (!lot.unit().isEmpty()) {
                item.add("unit", Json.createObjectBuilder().add("name", lot.unit()));
            }
            items.add(item);
        }
        return items;
    }

    private static JsonObjectBuilder classification(Classification classification) {
        return Json.createObjectBuilder()
                .add("scheme", "CPV")
                .add("id", classification.code())
                .add("description", classification.label());
    }

    private static JsonArrayBuilder documents(TenderView tender, String address) {
        JsonArrayBuilder documents = Json.createArrayBuilder().add(Json.createObjectBuilder()
                .add("id", tender.published().orElseThrow().notice())
                .add("documentType", "tenderNotice")
                .add("title", tender.title())
                .add("url", address + "/api/v1/tenders/" + tender.id() + "/notice")
                .add("format", "application/json"));
        tender.documents().forEach(document -> documents.add(Json.createObjectBuilder()
                .add("id", document.sha256())
                .add("documentType", "biddingDocuments")
                .add("title", document.heading())
                .add("url", address + "/files/tenders/" + tender.id() + "/" + document.sha256())
                .add("format", document.mediaType())));
        return documents;
    }

    /** OCDS writes amounts as numbers; the notice has them as decimal strings. */
    static JsonObjectBuilder money(Money money) {
        return Json.createObjectBuilder()
                .add("amount", money.amount())
                .add("currency", money.currency().getCurrencyCode());
    }
}
