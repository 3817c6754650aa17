package org.subhasta.verification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.subhasta.kernel.Money;

/**
 * An award as it was published, format {@code subhasta-award-1} (docs/reference/awards.md).
 *
 * @param json the whole of it
 */
record PublishedAward(Json json, String id, String tender, String title, String reference,
        String buyer, Instant decidedAt, List<Bid> bids, List<Lot> lots, List<Winner> winners,
        List<Evidence> evidence) {

    static final String FORMAT = "subhasta-award-1";

    /** A bid received. */
    record Bid(String id, String bidder, String name, Instant receivedAt, String digest,
            Optional<String> disqualified) {
    }

    /** A lot and what became of it. */
    record Lot(String id, long number, String title, String result, Optional<String> awardedBid,
            Optional<String> winner, Optional<Money> price, String reason,
            List<Standing> ranking, Optional<String> auction) {
    }

    /** Where a bid stood. */
    record Standing(String bid, String name, Money price, Optional<Long> rank, boolean tied,
            Optional<String> disqualified) {
    }

    /** A supplier and what it won in all. */
    record Winner(String name, Optional<Money> total, List<Long> lots) {
    }

    /** An entry of the journal that the award rests on. */
    record Evidence(String act, Instant at, String leaf) {
    }

    /** @throws Json.Malformed where it is not in the format */
    static PublishedAward read(byte[] bytes) {
        Json json = Json.read(bytes);
        if (!json.text("format").equals(FORMAT)) {
            throw json.malformed("format");
        }
        return new PublishedAward(json, json.text("id"), json.object("tender").text("id"),
                json.object("tender").text("title"), json.text("reference"),
                json.object("buyer").text("name"), json.instant("decidedAt"),
                json.objects("bids").stream().map(PublishedAward::bid).toList(),
                json.objects("lots").stream().map(PublishedAward::lot).toList(),
                json.objects("winners").stream().map(PublishedAward::winner).toList(),
                json.objects("evidence").stream().map(e -> new Evidence(
                        e.text("act"), e.instant("at"), e.text("leaf"))).toList());
    }

    /** Whether the award names a notice of this SHA-256 and size. */
    boolean isNotice(String sha256, int size) {
        return json.maybeObject("notice").filter(notice -> notice.text("sha256").equals(sha256)
                && notice.integer("size") == size).isPresent();
    }

    private static Bid bid(Json json) {
        return new Bid(json.text("id"), json.object("bidder").maybeText("id").orElse(""),
                json.object("bidder").text("name"), json.instant("receivedAt"),
                json.text("digest"), json.maybeText("disqualified"));
    }

    private static Lot lot(Json json) {
        return new Lot(json.text("id"), json.integer("number"), json.text("title"),
                json.text("result"), json.maybeText("awardedBid"),
                json.maybeObject("winner").map(winner -> winner.text("name")),
                json.maybeObject("price").map(PublishedAward::money),
                json.maybeText("reason").orElse(""),
                json.objects("ranking").stream().map(PublishedAward::standing).toList(),
                json.maybeText("auction"));
    }

    private static Standing standing(Json json) {
        return new Standing(json.text("bid"), json.object("bidder").text("name"),
                money(json.object("price")),
                json.has("rank") ? Optional.of(json.integer("rank")) : Optional.empty(),
                json.isTrue("tied"), json.maybeText("disqualified"));
    }

    private static Winner winner(Json json) {
        return new Winner(json.object("supplier").text("name"),
                json.maybeObject("total").map(PublishedAward::money), json.integers("lots"));
    }

    private static Money money(Json json) {
        try {
            return Money.of(json.text("amount"), json.text("currency"));
        } catch (IllegalArgumentException e) {
            throw json.malformed("amount");
        }
    }
}
