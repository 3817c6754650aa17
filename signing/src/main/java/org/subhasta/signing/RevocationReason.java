package org.subhasta.signing;

import java.util.List;
import org.bouncycastle.asn1.x509.CRLReason;

/** The reasons for a revocation by their names in RFC 5280, section 5.3.1. */
final class RevocationReason {

    private static final List<String> NAMES = List.of("unspecified", "keyCompromise",
            "cACompromise", "affiliationChanged", "superseded", "cessationOfOperation",
            "certificateHold", "unused", "removeFromCRL", "privilegeWithdrawn", "aACompromise");

    private RevocationReason() {
    }

    /** {@code unspecified} where there is none. */
    static String name(CRLReason reason) {
        return reason == null ? NAMES.getFirst() : name(reason.getValue().intValue());
    }

    static String name(int number) {
        return number >= 0 && number < NAMES.size() ? NAMES.get(number) : NAMES.getFirst();
    }
}
