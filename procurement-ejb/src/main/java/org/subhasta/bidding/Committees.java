package org.subhasta.bidding;

import java.util.List;
import java.util.Optional;
import org.subhasta.bidding.model.Opener;
import org.subhasta.signing.sealing.Committee;

/** Opening committees as they are published, which is what bids are sealed to. */
public final class Committees {

    private Committees() {
    }

    /** The canonical JSON of a committee, {@value Committee#FORMAT}: no names in it. */
    public static byte[] published(org.subhasta.bidding.model.Committee committee) {
        return Envelopes.sealing(committee.openers(), committee.threshold()).canonicalJson();
    }

    /**
     * SHA-256 of what is published, hexadecimal; empty where these are no committee, since two have
     * the same key or the numbers do not fit.
     */
    public static Optional<String> fingerprint(List<Opener> openers, int threshold) {
        try {
            return Optional.of(Envelopes.sealing(openers, threshold).fingerprint());
        } catch (IllegalArgumentException noCommittee) {
            return Optional.empty();
        }
    }
}
