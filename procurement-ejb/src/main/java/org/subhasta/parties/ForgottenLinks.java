package org.subhasta.parties;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.subhasta.parties.MailedLinkRow.Purpose;

/**
 * Sends the links of {@link ForgottenPasswords} after the answer was given: how long it takes tells
 * nobody who has an account.
 */
@Stateless
@PermitAll
public class ForgottenLinks {

    @Inject
    private People people;

    @Inject
    private MailedLinks links;

    /** Nobody, somebody who left and somebody still invited get none. */
    @Asynchronous
    public void send(String email) {
        people.byEmail(email).flatMap(row -> people.lockPerson(row.id()))
                .filter(row -> !row.hasLeft() && row.password() != null)
                .ifPresent(row -> links.send(row, Purpose.NEW_PASSWORD));
    }
}
