package org.subhasta.bidding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.UUID;
import org.subhasta.journal.CanonicalText;
import org.subhasta.journal.Entry;
import org.subhasta.signing.Jws;
import org.subhasta.signing.Sha256;
import org.subhasta.trust.PlatformKey;

/** Signs receipts. They name the journal's leaf, never its sequence: that would count the bids. */
@ApplicationScoped
class Receipts {

    @Inject
    private PlatformKey key;

    /**
     * What a receipt is about.
     *
     * @param bid       id of the envelope, sent or announced
     * @param digest    SHA-256 of what was signed, hexadecimal
     * @param arrived   when its last byte was there
     * @param announced SHA-256 of the envelope that is to come; {@code ""} for one that came
     */
    record Claim(UUID bid, String box, String digest, byte[] signature, Instant arrived,
                 String announced) {
    }

    Receipt accepted(Claim claim, Entry entry) {
        return sign(claim, "", entry);
    }

    Receipt refused(Claim claim, String code, Entry entry) {
        return sign(claim, code, entry);
    }

    private Receipt sign(Claim claim, String code, Entry entry) {
        boolean accepted = code.isEmpty();
        String signature = Sha256.hex(claim.signature());
        JsonObjectBuilder payload = Json.createObjectBuilder()
                .add("format", Receipt.FORMAT)
                .add("subject", entry.subject())
                .add("bid", claim.bid().toString())
                .add("digest", claim.digest())
                .add("signature", signature)
                .add("outcome", accepted ? "accepted" : "refused")
                .add("arrived", claim.arrived().toString())
                .add("at", entry.at().toString())
                .add("leaf", entry.leafHash());
        if (!accepted) {
            payload.add("code", code);
        }
        if (!claim.announced().isEmpty()) {
            payload.add("announced", claim.announced());
        }
        return new Receipt(claim.bid(), claim.box(), accepted, code, claim.arrived(),
                entry.at(), claim.digest(), signature, entry.leafHash(),
                Jws.sign(CanonicalText.of(payload.build()), key.get()));
    }
}
