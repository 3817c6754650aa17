package org.subhasta.parties;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.subhasta.parties.model.Assurance;

/**
 * Whom the sign-in mechanism found to make a request, so that the doors it comes to need not ask
 * the database again. The next request is asked about anew.
 */
@RequestScoped
class RequestCaller {

    private Caller found;

    /** Somebody signed in. */
    void found(PersonRow person, SessionRow session) {
        found = person.caller(session.assurance(), session.id());
    }

    /** A program, by a token: making one takes two factors. */
    void found(PersonRow person) {
        found = person.caller(Assurance.SUBSTANTIAL, "");
    }

    /** Empty where somebody else calls, or nobody was found in this request. */
    Optional<Caller> named(String person) {
        return Optional.ofNullable(found).filter(caller -> caller.person().equals(person));
    }
}
