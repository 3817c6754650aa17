package org.subhasta.parties;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.parties.model.PasswordRule;
import org.subhasta.parties.model.PersonDetails;

/**
 * A person with a password of their own choice, as typed; any part may be null. Refusals name the
 * parts after {@code person.}
 *
 * @param passwordAgain the same once more, against slips of the keyboard
 */
public record PersonForm(String name, String email, String password, String passwordAgain) {

    /** What is wrong with it, all at once; nothing is stored. */
    public Outcome<PersonDetails> check() {
        List<Refusal> refusals = new ArrayList<>();
        Outcome<PersonDetails> details = admit(name, email);
        if (details instanceof Outcome.Refused<PersonDetails>(List<Refusal> wrong)) {
            refusals.addAll(wrong);
        }
        refusals.addAll(judge("person.", password, passwordAgain, name, email));
        return refusals.isEmpty() ? details : Outcome.refused(refusals);
    }

    static Outcome<PersonDetails> admit(String name, String email) {
        return NameShape.judge("person.name", name, PersonDetails.admit("person.", name, email));
    }

    static List<Refusal> judge(String prefix, String password, String again, String name,
            String email) {
        List<Refusal> refusals = new ArrayList<>(PasswordRule.judge(prefix + "password", password,
                Objects.requireNonNullElse(name, ""), Objects.requireNonNullElse(email, "")));
        if (refusals.isEmpty() && !Objects.equals(password, again)) {
            refusals.add(Refusal.at(prefix + "passwordAgain", PartiesRefusal.PASSWORDS_DIFFER));
        }
        return refusals;
    }

    @Override
    public String toString() {
        return "PersonForm of " + email;
    }
}
