package org.subhasta.parties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.model.PartiesRefusal;

class PersonFormTest {

    private static final String GOOD = "low tide at dusk";

    @Test
    void a_password_is_typed_twice_the_same() {
        assertInstanceOf(Outcome.Done.class, form(GOOD, GOOD).check());
        for (String other : new String[] {"low tide at dawn", "", null}) {
            assertEquals(List.of(Refusal.at("person.passwordAgain",
                            PartiesRefusal.PASSWORDS_DIFFER)),
                    assertInstanceOf(Outcome.Refused.class, form(GOOD, other).check())
                            .refusals());
        }
    }

    private static PersonForm form(String password, String again) {
        return new PersonForm("Ada Example", "ada@example.org", password, again);
    }
}
