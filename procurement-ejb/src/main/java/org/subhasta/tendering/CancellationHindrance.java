package org.subhasta.tendering;

import java.util.Optional;
import org.subhasta.kernel.Refusal;

/**
 * Asked before a published tender is given up: a capability above this one may have something under
 * way for it, which has to be ended first.
 */
public interface CancellationHindrance {

    /** Why it cannot be given up now; empty where it can. The tender is locked meanwhile. */
    Optional<Refusal> of(String tender);
}
