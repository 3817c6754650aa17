package org.subhasta.verification;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.subhasta.auction.format.SignedAct;
import org.subhasta.auction.model.Act;
import org.subhasta.signing.Sha256;

/** What participants of a lot signed, by the numbers of their acts. */
final class SignedActs {

    private final String auction;
    private final String lot;
    private final Entrants entrants;
    private final Map<Long, Signed> left;

    private record Signed(byte[] act, String signature) {
    }

    private SignedActs(String auction, String lot, Entrants entrants, Map<Long, Signed> acts) {
        this.auction = auction;
        this.lot = lot;
        this.entrants = entrants;
        this.left = acts;
    }

    /** Reads a bundle's file; empty where something is wrong. */
    static Optional<SignedActs> read(byte[] lines, String auction, String lot, Entrants entrants,
            Report report) {
        Map<Long, Signed> acts = new HashMap<>();
        for (Json line : Json.lines(lines)) {
            Signed signed = new Signed(line.text("act").getBytes(StandardCharsets.UTF_8),
                    line.text("signature"));
            if (acts.put(line.integer("number"), signed) != null) {
                report.add(Found.ACT_ADDED, lot, Long.toString(line.integer("number")));
                return Optional.empty();
            }
        }
        return Optional.of(new SignedActs(auction, lot, entrants, acts));
    }

    /**
     * Takes the act of that number out: whether it is what the journal says, and signed.
     *
     * @param entry   of the journal
     * @param payload of the entry
     */
    boolean take(long number, JournalEntry entry, Json payload, Act.OfParticipant act,
            Report report) {
        Signed signed = left.remove(number);
        String which = Long.toString(number);
        if (signed == null) {
            return report.check(false, Found.LOT_WON, Found.ACT_NOT_SIGNED, lot, which);
        }
        boolean same = Sha256.hex(signed.act()).equals(payload.text("digest"))
                && Sha256.hex(signed.signature().getBytes(StandardCharsets.US_ASCII))
                        .equals(payload.text("signature"))
                && SignedAct.read(signed.act()).equals(
                        Optional.of(new SignedAct(auction, lot, act)));
        if (!same) {
            report.add(Found.ACT_DIFFERS, lot, which);
            return false;
        }
        Instant arrived = payload.instant("arrived");
        if (!entrants.signed(signed.act(), signed.signature(), act.participant(), entry,
                arrived)) {
            report.add(Found.ACT_NOT_SIGNED, lot, which);
            return false;
        }
        return true;
    }

    /** One that the journal does not know. */
    Optional<Long> left() {
        return left.keySet().stream().min(Long::compare);
    }
}
