package org.subhasta.soak;

import jakarta.json.JsonObject;
import java.util.Optional;
import org.subhasta.rig.Api;

/**
 * An act that a robot sent, and what it was told.
 *
 * @param id      of the act
 * @param code    of the refusal; empty where it was accepted
 * @param receipt of what was judged; empty where it was turned away before
 */
record Attempt(String auction, String id, Optional<String> code, Optional<String> receipt) {

    /** Accepted acts answer with the receipt, refused ones with a problem that has it inside. */
    static Attempt of(String auction, String id, Api.Said said) {
        JsonObject body = said.json();
        if (said.status() < 300) {
            return new Attempt(auction, id, Optional.empty(),
                    Optional.of(body.getString("receipt")));
        }
        return new Attempt(auction, id, Optional.of(body.getString("code")),
                Optional.ofNullable(body.getJsonObject("evidence"))
                        .map(evidence -> evidence.getString("receipt", null)));
    }

    boolean accepted() {
        return code.isEmpty();
    }
}
