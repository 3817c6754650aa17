package org.subhasta.parties;

import java.util.List;

/**
 * With what the caller shows who they are, besides the password.
 *
 * @param recoveryCodes how many are left
 */
public record SecondFactorView(List<AuthenticatorView> authenticators, int recoveryCodes) {

    public SecondFactorView {
        authenticators = List.copyOf(authenticators);
    }
}
