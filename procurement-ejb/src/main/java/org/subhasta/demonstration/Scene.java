package org.subhasta.demonstration;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subhasta.tendering.model.Draft.DraftLot;

/**
 * One tender of the demonstration, known again by its title.
 *
 * @param officer        who writes it
 * @param classification CPV code
 * @param prices         {@code net} or {@code gross}
 * @param files          names of resources beside the script; their titles
 * @param opening        who opens the bids; empty only where it stays a draft
 * @param bids           who bids what, where bids are made for it
 */
record Scene(DemonstrationAccount officer, String title, String description, String place,
        String classification, String prices, boolean partialBids, List<DraftLot> lots,
        Map<String, String> files, Optional<Committee> opening, Closing closing,
        List<Offer> bids, Ending ending) {

    /**
     * Who opens the bids.
     *
     * @param openers   in the order in which shares are given out
     * @param threshold how many of them open a bid; the first ones do, where the demonstration does
     * @param envelopes 1, or 2 where price and method statement are opened apart
     * @param rehearsed how many show before the closing that their keys work, the first ones
     */
    record Committee(List<DemonstrationAccount> openers, int threshold, int envelopes,
            int rehearsed) {
    }

    /** When bids close. */
    sealed interface Closing {

        /** So soon after publication that somebody can wait for it. */
        record Within(Duration duration) implements Closing {
        }

        /** A day some days after publication, by the buyer's clock; beyond tomorrow, a working day. */
        record OnDay(int days, LocalTime at) implements Closing {
        }
    }

    /** How far the demonstration itself takes it; everything beyond is left to whoever tries it. */
    sealed interface Ending {

        /** It stays a draft. */
        record Draft() implements Ending {
        }

        /** It is published, and closes when its time comes. */
        record Published() implements Ending {
        }

        /** It is given up. */
        record Cancelled(String reason) implements Ending {
        }

        /**
         * It is awarded once it has closed.
         *
         * @param disqualified whose bid does not count
         * @param reason       why not
         */
        record Awarded(DemonstrationAccount disqualified, String reason) implements Ending {
        }
    }

    /**
     * A bid.
     *
     * @param prices by the lot's id, as decimal strings
     * @param file   name of a resource that comes along
     */
    record Offer(DemonstrationAccount supplier, Map<String, String> prices, String file) {
    }

    /** Closes while the first visitor looks on, so it is published only when one can come. */
    boolean isQuick() {
        return closing instanceof Closing.Within;
    }

    static DraftLot lot(String id, String title, String description, String quantity, String unit,
            String estimate) {
        return new DraftLot(id, title, description, quantity, unit, "", estimate, false);
    }
}
