package org.subhasta.bidding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import org.subhasta.journal.Entry;
import org.subhasta.signing.CanonicalJson;
import org.subhasta.signing.Jws;
import org.subhasta.signing.Sha256;

/** Signs receipts. They name the journal's leaf, never its sequence: that would count the bids. */
@ApplicationScoped
class Receipts {

    @Inject
    private PlatformKey key;

    Receipt accepted(Delivery delivery, Entry entry) {
        return sign(delivery, true, "", entry);
    }

    Receipt refused(Delivery delivery, String code, Entry entry) {
        return sign(delivery, false, code, entry);
    }

    private Receipt sign(Delivery delivery, boolean accepted, String code, Entry entry) {
        Instant at = entry.at();
        String signature = Sha256.hex(delivery.signature());
        JsonObjectBuilder payload = Json.createObjectBuilder()
                .add("format", Receipt.FORMAT)
                .add("subject", entry.subject())
                .add("bid", delivery.said().id().toString())
                .add("digest", delivery.digest())
                .add("signature", signature)
                .add("outcome", accepted ? "accepted" : "refused")
                .add("at", at.toString())
                .add("leaf", entry.leafHash());
        if (!accepted) {
            payload.add("code", code);
        }
        try {
            byte[] canonical = CanonicalJson.canonicalize(payload.build().toString());
            return new Receipt(delivery.said().id(), delivery.box(), accepted, code, at,
                    delivery.digest(), signature, entry.leafHash(), Jws.sign(canonical, key.get()));
        } catch (CanonicalJson.NotCanonical e) {
            throw new IllegalStateException("a receipt is JSON", e);
        }
    }
}
