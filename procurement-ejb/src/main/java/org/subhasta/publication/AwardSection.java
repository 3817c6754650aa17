package org.subhasta.publication;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.subhasta.awarding.AwardView;

/**
 * What a decision adds to a release (OCDS 1.1.5, section {@code awards}): one award for each lot,
 * of status {@code active} where it goes to a supplier, else {@code unsuccessful}, with the lot in
 * {@code relatedLots} (lots extension).
 */
final class AwardSection {

    private AwardSection() {
    }

    /** Everybody named in the release, each once, with what they are in it. */
    static JsonArrayBuilder parties(AwardView award, JsonObjectBuilder buyer) {
        Map<String, AwardView.Organisation> bidders = new LinkedHashMap<>();
        award.bids().forEach(bid -> bidders.putIfAbsent(id(bid.bidder()), bid.bidder()));
        Set<String> suppliers = new LinkedHashSet<>();
        award.winners().forEach(winner -> suppliers.add(id(winner.supplier())));
        JsonArrayBuilder parties = Json.createArrayBuilder().add(buyer);
        bidders.forEach((id, bidder) -> {
            JsonArrayBuilder roles = Json.createArrayBuilder().add("tenderer");
            if (suppliers.contains(id)) {
                roles.add("supplier");
            }
            parties.add(reference(bidder).add("roles", roles));
        });
        return parties;
    }

    static JsonArrayBuilder tenderers(AwardView award) {
        JsonArrayBuilder tenderers = Json.createArrayBuilder();
        award.bids().stream().map(AwardView.Bid::bidder).distinct()
                .forEach(bidder -> tenderers.add(reference(bidder)));
        return tenderers;
    }

    /** @param items those of the tender, which say which lot they belong to */
    static JsonArrayBuilder awards(AwardView award, JsonArray items, String address) {
        JsonArrayBuilder awards = Json.createArrayBuilder();
        award.lots().forEach(lot -> awards.add(award(award, lot, items, address)));
        return awards;
    }

    private static JsonObjectBuilder award(
            AwardView award, AwardView.Lot lot, JsonArray items, String address) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", award.id() + "-" + lot.id())
                .add("title", lot.title())
                .add("status", lot.winner().isPresent() ? "active" : "unsuccessful")
                .add("date", award.decidedAt().toString())
                .add("relatedLots", Json.createArrayBuilder().add(lot.id()));
        if (!lot.reason().isEmpty()) {
            json.add("description", lot.reason());
        }
        lot.price().ifPresent(price -> json.add("value", TenderRelease.money(price)));
        lot.winner().ifPresent(winner -> json.add("suppliers",
                Json.createArrayBuilder().add(reference(winner))));
        JsonArrayBuilder ofLot = Json.createArrayBuilder();
        items.getValuesAs(JsonObject.class).stream()
                .filter(item -> item.getString("relatedLot").equals(lot.id()))
                .forEach(ofLot::add);
        return json.add("items", ofLot).add("documents", documents(award, address));
    }

    /** By address and not by hash: the release stands inside the notice it names. */
    private static JsonArrayBuilder documents(AwardView award, String address) {
        return Json.createArrayBuilder().add(Json.createObjectBuilder()
                .add("id", "notice-" + award.id())
                .add("documentType", "awardNotice")
                .add("title", award.tender().title())
                .add("url", address + "/api/v1/awards/" + award.id() + "/notice.pdf")
                .add("format", "application/pdf")
                .add("datePublished", award.decidedAt().toString()));
    }

    private static JsonObjectBuilder reference(AwardView.Organisation organisation) {
        return Json.createObjectBuilder()
                .add("id", id(organisation)).add("name", organisation.name());
    }

    private static String id(AwardView.Organisation organisation) {
        return organisation.id().orElse(organisation.name());
    }
}
