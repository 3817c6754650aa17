package org.subhasta.parties;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/**
 * Whom the sign-in mechanism found to make a request, so that the doors it comes to need not ask
 * the database again. The next request is asked about anew.
 */
@RequestScoped
class RequestCaller {

    private Caller found;

    void found(PersonRow person) {
        found = person.caller();
    }

    /** Empty where somebody else calls, or nobody was found in this request. */
    Optional<Caller> named(String person) {
        return Optional.ofNullable(found).filter(caller -> caller.person().equals(person));
    }
}
