package org.subhasta.parties;

import java.util.List;

/**
 * An authenticator app that proved it has the secret.
 *
 * @param recoveryCodes shown once, with the first app; empty with another
 */
public record AddedAuthenticator(AuthenticatorView authenticator, List<String> recoveryCodes) {

    public AddedAuthenticator {
        recoveryCodes = List.copyOf(recoveryCodes);
    }

    @Override
    public String toString() {
        return "AddedAuthenticator " + authenticator.id();
    }
}
