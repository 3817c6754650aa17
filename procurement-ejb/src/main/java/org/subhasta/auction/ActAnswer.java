package org.subhasta.auction;

import java.time.Instant;
import java.util.Optional;
import org.subhasta.kernel.Refusal;

/**
 * The platform's answer to an act, given when it was durable.
 *
 * @param repeated whether the very act was judged before: this is its first answer
 * @param refusal  why it does not count; empty where it does
 * @param at       when it was judged
 * @param jws      all of this signed by the platform: a receipt with the journal's leaf, or for
 *                 what was turned away before that a signed answer; empty for officers' orders
 */
public record ActAnswer(boolean repeated, Optional<Refusal> refusal, Instant at, String jws) {

    public boolean accepted() {
        return refusal.isEmpty();
    }
}
