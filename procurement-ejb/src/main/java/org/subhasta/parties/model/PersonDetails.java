package org.subhasta.parties.model;

import java.util.ArrayList;
import java.util.List;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;

/** Who signs in: a name to address the person by, and the e-mail address to sign in with. */
public record PersonDetails(String name, EmailAddress email) {

    public PersonDetails {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a person without a name");
        }
    }

    /** Judges details as typed, naming all that is wrong at once. */
    public static Outcome<PersonDetails> admit(String prefix, String name, String email) {
        var names = new Field(prefix + "name", name).required(Field.SHORT);
        var address = EmailAddress.admit(prefix + "email", email);
        List<Refusal> refusals = new ArrayList<>(Field.refusals(names));
        if (address instanceof Outcome.Refused<EmailAddress>(List<Refusal> wrong)) {
            refusals.addAll(wrong);
        }
        if (refusals.isEmpty() && address instanceof Outcome.Done<EmailAddress>(EmailAddress given)) {
            return Outcome.done(new PersonDetails(names.text(), given));
        }
        return Outcome.refused(refusals);
    }
}
