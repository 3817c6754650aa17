package org.subhasta.web.parties;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.PersonForm;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/**
 * What somebody has typed so far to register, kept for the session so that going back, reloading
 * and looking something up lose nothing. A password is never kept here.
 */
@Named
@SessionScoped
public class Registering implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Suppliers' deadlines stand in the authority's zone; theirs is asked for by no page. */
    private static final String ZONE = "UTC";

    private static final Set<String> ORGANISATION = Set.of("organisation.name",
            "organisation.country", "organisation.scheme", "organisation.identifier");
    private static final Set<String> CONTACT = Set.of("organisation.street",
            "organisation.postalCode", "organisation.locality", "organisation.email",
            "organisation.phone");
    private static final Set<String> PERSON = Set.of("person.name", "person.email");

    @Inject
    Messages messages;

    @Inject
    Visit visit;

    private OrganisationFields organisation = new OrganisationFields(ZONE);
    private String personName;
    private String personEmail;

    public void saveOrganisation() {
        save(ORGANISATION, "/register/contact");
    }

    public void saveContact() {
        save(CONTACT, "/register/person");
    }

    public void savePerson() {
        save(PERSON, "/register/check");
    }

    public boolean isOrganisationDone() {
        return wrong(ORGANISATION).isEmpty();
    }

    public boolean isContactDone() {
        return wrong(CONTACT).isEmpty();
    }

    public boolean isPersonDone() {
        return wrong(PERSON).isEmpty();
    }

    /** Whether only the password is missing. */
    public boolean isReady() {
        return isOrganisationDone() && isContactDone() && isPersonDone();
    }

    /** The first page that is not filled in. */
    public String getNext() {
        if (!isOrganisationDone()) {
            return "/register/organisation";
        } else if (!isContactDone()) {
            return "/register/contact";
        }
        return isPersonDone() ? "/register/check" : "/register/person";
    }

    /** Whoever opens the last page too early is led to what is missing. */
    public void requireReady() {
        if (!isReady()) {
            visit.go("/register");
        }
    }

    public boolean isBegun() {
        return organisation.getName() != null;
    }

    void forget() {
        organisation = new OrganisationFields(ZONE);
        personName = null;
        personEmail = null;
    }

    private void save(Set<String> fields, String next) {
        List<Refusal> wrong = wrong(fields);
        if (wrong.isEmpty()) {
            visit.go(isReady() ? "/register/check" : next);
        } else {
            messages.show(wrong);
        }
    }

    private List<Refusal> wrong(Set<String> fields) {
        return Stream.of(organisation.form().check(),
                        new PersonForm(personName, personEmail, null, null).check())
                .filter(Outcome.Refused.class::isInstance)
                .flatMap(outcome -> ((Outcome.Refused<?>) outcome).refusals().stream())
                .filter(refusal -> fields.contains(refusal.field()))
                .toList();
    }

    public OrganisationFields getOrganisation() {
        return organisation;
    }

    public String getPersonName() {
        return personName;
    }

    public void setPersonName(String personName) {
        this.personName = personName;
    }

    public String getPersonEmail() {
        return personEmail;
    }

    public void setPersonEmail(String personEmail) {
        this.personEmail = personEmail;
    }
}
