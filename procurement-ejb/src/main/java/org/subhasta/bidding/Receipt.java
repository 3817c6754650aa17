package org.subhasta.bidding;

import java.time.Instant;
import java.util.UUID;

/**
 * The platform's signed answer to a bid or to the announcement of one.
 *
 * @param bid       the bidder's id for it
 * @param box       the tender's id
 * @param accepted  whether it was accepted
 * @param code      {@code ""}, or the refusal that came first
 * @param arrived   when its last byte was there; decides whether it was in time
 * @param at        when it was judged
 * @param digest    SHA-256 of the envelope, or announcement, as received, hexadecimal
 * @param signature SHA-256 of the signature as received, hexadecimal
 * @param leaf      hash of the journal's leaf, hexadecimal
 * @param jws       all of this signed with the platform's key: compact JWS (RFC 7515)
 */
public record Receipt(UUID bid, String box, boolean accepted, String code,
                      Instant arrived, Instant at,
                      String digest, String signature, String leaf, String jws) {

    /** The format's name in the signed payload. */
    public static final String FORMAT = "subhasta-receipt-1";
}
