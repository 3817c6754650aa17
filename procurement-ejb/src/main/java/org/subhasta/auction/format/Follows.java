package org.subhasta.auction.format;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Objects;
import java.util.Optional;

/**
 * What a reverse auction follows: the opening of the bids for a lot of a tender. It says so in its
 * terms, so that whoever reads them knows what it decides.
 *
 * @param tender the tender's id
 * @param lot    the lot's id in it
 */
public record Follows(String tender, String lot) {

    public Follows {
        Objects.requireNonNull(tender, "tender");
        Objects.requireNonNull(lot, "lot");
    }

    /** As terms say it, which may be unfinished; empty where they follow nothing. */
    static Optional<Follows> of(JsonObject terms) {
        return terms.get("follows") instanceof JsonObject follows
                && follows.get("tender") instanceof JsonString tender
                && follows.get("lot") instanceof JsonString lot
                ? Optional.of(new Follows(tender.getString(), lot.getString())) : Optional.empty();
    }
}
