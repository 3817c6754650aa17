package org.subhasta.web.parties;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.subhasta.parties.Accounts;
import org.subhasta.parties.Addresses;
import org.subhasta.parties.PersonView;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Viewer;
import org.subhasta.web.page.Visit;

/**
 * {@code /confirm-address?token=…}: confirms an address by a button, because programs that look at
 * mails open all links in them. Also says on other pages that the own address is not confirmed.
 */
@Named
@RequestScoped
public class AddressPage {

    @EJB
    Addresses addresses;

    @EJB
    Accounts accounts;

    @Inject
    Viewer viewer;

    @Inject
    Messages messages;

    @Inject
    Visit visit;

    private PersonView person;
    private PersonView own;

    /** Whose address it is; null where the link does not work. */
    public PersonView getPerson() {
        if (person == null) {
            person = addresses.open(visit.parameter("token")).orElse(null);
        }
        return person;
    }

    public void confirm() {
        messages.value(addresses.confirm(visit.parameter("token"))).ifPresent(who -> {
            messages.done("parties.address.done", who.email());
            visit.go(viewer.isSignedIn() ? "/desk" : "/sign-in");
        });
    }

    /** The account of whoever is signed in. */
    public PersonView getOwn() {
        if (own == null) {
            own = accounts.mine();
        }
        return own;
    }

    public void sendAgain() {
        messages.value(addresses.sendAgain()).ifPresent(who -> {
            messages.done("parties.address.sent", who.email());
            visit.go("/desk");
        });
    }
}
