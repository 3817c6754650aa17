package org.subhasta.auction;

import java.util.List;
import java.util.Optional;

/**
 * What is published of an auction beside its entries in the journal.
 *
 * @param terms    as they were published
 * @param revealed the terms as their owner wrote them, a hidden reserve with price and salt; empty
 *                 before all lots have ended
 * @param entries  with which certificates it was bid; none before the end
 * @param lots     how many there are; 0 before the end. What was signed in one:
 *                 {@link AuctionReports#signed}
 */
public record AuctionRecord(String terms, Optional<String> revealed, List<Entered> entries,
        int lots) {

    public AuctionRecord {
        entries = List.copyOf(entries);
    }

    /**
     * A certificate that has entered.
     *
     * @param certificate SHA-256 of its DER, hexadecimal
     * @param statement   that was signed
     * @param signature   CAdES, detached
     */
    public record Entered(String certificate, byte[] statement, byte[] signature) {
    }

    /**
     * A participant's act that was judged.
     *
     * @param number    among the acts of the lot, from 1
     * @param act       canonical JSON, as it was signed
     * @param signature detached JWS over it
     */
    public record Signed(long number, String act, String signature) {
    }

    /** The journal's subject of the lot at a place, from 0. */
    public static String subject(String auction, int place) {
        return auction + "-" + (place + 1);
    }
}
