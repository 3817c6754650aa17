package org.subhasta.bidding;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.subhasta.trust.PlatformKey;

/** What anybody needs to check a receipt that somebody shows them. */
@Stateless
@PermitAll
public class ReceiptReports {

    @Inject
    private PlatformKey key;

    /**
     * The certificate of the authority behind the platform's key, as PEM (RFC 7468). Public; who
     * wants to rely on it compares its fingerprint with one learnt elsewhere.
     */
    public String authority() {
        return key.authority();
    }
}
