package org.subhasta.tendering.model;

import java.util.List;
import java.util.Objects;
import org.subhasta.bidding.model.OpeningTerms;

/**
 * A tender being written, exactly as typed: numbers and dates are texts here, since an unfinished
 * draft is saved whatever is in it, and nothing anybody typed is lost. {@link Admission} judges it
 * when it is to be published.
 *
 * @param title          what is bought, in a line
 * @param description    what is bought, at length
 * @param place          where it is delivered or built; may stay empty
 * @param classification CPV code of the main subject
 * @param additional     further CPV codes
 * @param prices         {@code net}, {@code gross} or still {@code ""}
 * @param partialBids    whether a bid may cover some of the lots only
 * @param currency       ISO 4217
 * @param closesOn       date of the deadline, ISO 8601
 * @param closesAt       its time of day, {@code 12:00}
 * @param zone           in whose time: a region of the time zone database
 * @param lots           in order
 * @param documents      stored already
 * @param opening        to whom bids are sealed, and how they are opened
 */
public record Draft(String title, String description, String place, String classification,
                    List<String> additional, String prices, boolean partialBids, String currency,
                    String closesOn, String closesAt, String zone, List<DraftLot> lots,
                    List<TenderDocument> documents, Opening opening) {

    public Draft {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(classification, "classification");
        Objects.requireNonNull(prices, "prices");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(closesOn, "closesOn");
        Objects.requireNonNull(closesAt, "closesAt");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(opening, "opening");
        additional = List.copyOf(additional);
        lots = List.copyOf(lots);
        documents = List.copyOf(documents);
    }

    /** Where writing begins: one lot, and the clock of the authority. */
    public static Draft blank(String currency, String zone) {
        return new Draft("", "", "", "", List.of(), "", false, currency, "", "", zone,
                List.of(DraftLot.blank("1")), List.of(), Opening.usual());
    }

    public Draft withDocuments(List<TenderDocument> documents) {
        return new Draft(title, description, place, classification, additional, prices,
                partialBids, currency, closesOn, closesAt, zone, lots, documents, opening);
    }

    public Draft withOpening(Opening opening) {
        return new Draft(title, description, place, classification, additional, prices,
                partialBids, currency, closesOn, closesAt, zone, lots, documents, opening);
    }

    /**
     * Who opens the bids and how, as chosen and typed.
     *
     * @param openers      ids of the committee's members, in order
     * @param threshold    how many of them open a bid
     * @param envelopes    {@code one}, {@code two} or still {@code ""}
     * @param graceMinutes how long an announced envelope may be late
     * @param periodDays   how long each opening may take
     */
    public record Opening(List<String> openers, String threshold, String envelopes,
                          String graceMinutes, String periodDays) {

        public Opening {
            openers = List.copyOf(openers);
            Objects.requireNonNull(threshold, "threshold");
            Objects.requireNonNull(envelopes, "envelopes");
            Objects.requireNonNull(graceMinutes, "graceMinutes");
            Objects.requireNonNull(periodDays, "periodDays");
        }

        /** Where writing begins: nobody chosen, and the usual times. */
        public static Opening usual() {
            return new Opening(List.of(), "", "one",
                    Long.toString(OpeningTerms.USUAL_GRACE.toMinutes()),
                    Long.toString(OpeningTerms.USUAL_PERIOD.toDays()));
        }
    }

    /**
     * A lot being written, as typed.
     *
     * @param quantity       decimal number, or empty
     * @param classification CPV code, or empty where it is the tender's
     * @param estimatedValue decimal number in the tender's currency, or empty
     * @param auction        whether a reverse auction may follow the opening of its bids
     */
    public record DraftLot(String id, String title, String description, String quantity,
                           String unit, String classification, String estimatedValue,
                           boolean auction) {

        public static DraftLot blank(String id) {
            return new DraftLot(id, "", "", "", "", "", "", false);
        }
    }
}
