package org.subhasta.demonstration;

import java.util.Optional;
import org.subhasta.parties.Role;

/**
 * An account that everybody may use to try the platform out: on this machine only, and only while
 * it runs as a demonstration.
 *
 * @param name         the invented person's
 * @param email        what to sign in with; the password is {@link DemonstrationAccounts#PASSWORD}
 * @param role         what the account may do
 * @param organisation for whom the person acts; {@code ""} for the platform's own administrator
 * @param keyFile      the PKCS#12 file to sign with, by its name in the folder {@code demo} of the
 *                     data folder; its password is {@link DemonstrationAccounts#PASSWORD} too
 */
public record DemonstrationAccount(String name, String email, Role role, String organisation,
        Optional<String> keyFile) {

    /** The file of an opener's other key, to which shares of bids are encrypted. */
    public Optional<String> encryptionKeyFile() {
        return role == Role.OPENER
                ? keyFile.map(name -> name.replace(".p12", "-encryption.p12")) : Optional.empty();
    }
}
