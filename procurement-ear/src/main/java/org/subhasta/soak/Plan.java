package org.subhasta.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The auctions of a soak: all mechanisms in both directions, one after the other. */
final class Plan {

    /** What robots have to know of an auction beyond what they see of it. */
    enum Kind { BIDS, CONFIRMING, LIMITS_OF_A_SALE }

    /** So that all end in about the same time. */
    private static final String SOFT =
            "'softClose':{'window':'PT5S','extension':'PT5S','most':6}";

    /** What differs. The numbers are seconds: all of it, a third, a tick, a turn. */
    private static final List<String> FORMATS = List.of(
            "'format':'english-reverse','phases':[{'length':'PT%1$dS','step':'1.00',"
                    + SOFT + "}]",
            "'format':'ranked-english','phases':[{'length':'PT%1$dS','step':'0.1%%',"
                    + SOFT + "}]",
            "'format':'prozorro','phases':[{'rounds':3,'turn':'PT%4$dS','roundPause':'PT%3$dS'}]",
            "'format':'dutch','direction':'descending','phases':[{'first':'2000.00',"
                    + "'step':'50.00','last':'9000.00','tick':'PT%3$dS'}]",
            "'format':'japanese','direction':'descending','phases':[{'first':'9900.00',"
                    + "'step':'100.00','last':'5000.00','tick':'PT%3$dS'}]",
            "'format':'sealed-first-price','direction':'descending',"
                    + "'phases':[{'length':'PT%1$dS'}]",
            "'format':'vickrey','direction':'descending','phases':[{'length':'PT%1$dS'}]",
            "'format':'hybrid-dutch','direction':'descending','phases':[{'first':'2000.00',"
                    + "'step':'100.00','last':'9000.00','tick':'PT%3$dS'},{'length':'PT%2$dS'},"
                    + "{'length':'PT%2$dS'}]",
            "'format':'sealed-then-live','direction':'descending','phases':["
                    + "{'length':'PT%2$dS','keepsBest':20},{'length':'PT%2$dS','step':'1.00',"
                    + SOFT + "}]",
            "'format':'english-forward','phases':[{'length':'PT%1$dS','step':'1.00',"
                    + "'automatic':true," + SOFT + "}]");

    private Plan() {
    }

    /** The terms of the auction of that number, from 0. */
    static String terms(int number, Instant opensAt, Duration length, int robots) {
        long seconds = length.toSeconds();
        String format = format(number).formatted(seconds, seconds / 3,
                Math.max(1, seconds / 60), Math.max(1, seconds / (3 * robots)));
        return ("{'title':'Soak " + (number + 1) + "','currency':'EUR','opensAt':'" + opensAt
                + "','openingPrice':'10000.00'," + format + "}").replace('\'', '"');
    }

    static Kind kind(int number) {
        if (format(number).contains("automatic")) {
            return Kind.LIMITS_OF_A_SALE;
        }
        return format(number).contains("japanese") ? Kind.CONFIRMING : Kind.BIDS;
    }

    private static String format(int number) {
        return FORMATS.get(number % FORMATS.size());
    }
}
