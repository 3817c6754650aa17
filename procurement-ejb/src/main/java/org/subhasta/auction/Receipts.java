package org.subhasta.auction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.Optional;
import org.subhasta.journal.CanonicalText;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.Refusal;
import org.subhasta.signing.Jws;
import org.subhasta.signing.Sha256;
import org.subhasta.trust.PlatformKey;

/**
 * Signs what participants are answered, after the commit and by whoever waits for the answer, so
 * that no lot is locked meanwhile. What a receipt says follows from what is recorded: given again
 * it says the same.
 */
@ApplicationScoped
class Receipts {

    /** As of sealed bids: one format, checked by the same program. */
    static final String RECEIPT = "subhasta-receipt-1";

    /** Turned away before anything was recorded: no leaf, and nothing is proved but the answer. */
    static final String ANSWER = "subhasta-answer-1";

    private static final JsonProvider JSON = JsonProvider.provider();

    @Inject
    private PlatformKey key;

    /** The answer to a delivery that was judged. */
    ActAnswer judged(Lot lot, Delivery delivery, Judged judged) {
        String code = judged.refusal().map(refusal -> refusal.code().name()).orElse("");
        JsonObjectBuilder payload = JSON.createObjectBuilder()
                .add("subject", lot.subject().toString())
                .add("bid", delivery.id().toString())
                .add("digest", delivery.digest())
                .add("outcome", code.isEmpty() ? "accepted" : "refused")
                .add("at", judged.at().toString());
        if (!code.isEmpty()) {
            payload.add("code", code);
        }
        judged.recorded().ifPresentOrElse(recorded -> payload.add("format", RECEIPT)
                        .add("leaf", recorded.leaf()).add("signature", recorded.signature())
                        .add("arrived", recorded.arrivedAt().toString()),
                () -> payload.add("format", ANSWER)
                        .add("arrived", delivery.arrivedAt().toString()));
        return new ActAnswer(judged.isRepeated(), judged.refusal(), judged.at(), sign(payload));
    }

    /** The answer to bytes that nobody judged. */
    ActAnswer turnedAway(String auction, byte[] bytes, Refusal refusal, Instant at) {
        JsonObjectBuilder payload = JSON.createObjectBuilder().add("format", ANSWER)
                .add("digest", Sha256.hex(bytes)).add("outcome", "refused")
                .add("code", refusal.code().name()).add("arrived", at.toString())
                .add("at", at.toString());
        if (auction.matches(Identifier.PATTERN)) {
            payload.add("subject", Subject.of("auction", auction).toString());
        }
        return new ActAnswer(false, Optional.of(refusal), at, sign(payload));
    }

    private String sign(JsonObjectBuilder payload) {
        return Jws.sign(CanonicalText.of(payload.build()), key.get());
    }
}
