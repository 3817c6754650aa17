package org.subhasta.bidding;

import java.time.Instant;
import java.util.UUID;

/**
 * The last announcement of a bidder in a box, as its own bidder sees it.
 *
 * @param bid      id of the envelope that is to come
 * @param envelope SHA-256 of its bytes, hexadecimal
 * @param followed whether it came
 * @param receipt  the platform's signed answer
 */
public record AnnouncedBid(UUID bid, String envelope, Instant at, boolean followed,
                           Receipt receipt) {
}
