package org.subhasta.web.parties;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.subhasta.parties.Invitations;
import org.subhasta.parties.PersonView;
import org.subhasta.parties.model.SignInMethod;
import org.subhasta.web.access.SignedSession;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/** {@code /invitation?token=…}: chooses a password with a link that works once. */
@Named
@RequestScoped
public class InvitationPage {

    @EJB
    Invitations invitations;

    @Inject
    SignedSession session;

    @Inject
    Messages messages;

    @Inject
    Visit visit;

    private String password;
    private String passwordAgain;
    private PersonView person;

    /** Who is invited; null where the link does not work. */
    public PersonView getPerson() {
        if (person == null) {
            person = invitations.open(visit.parameter("token")).orElse(null);
        }
        return person;
    }

    public void accept() {
        messages.value(invitations.accept(visit.parameter("token"), password, passwordAgain))
                .ifPresent(who -> {
                    session.begin(who, SignInMethod.PASSWORD);
                    messages.done("parties.invitation.done");
                    visit.go(Start.of(who.roles()));
                });
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getPasswordAgain() {
        return passwordAgain;
    }

    public void setPasswordAgain(String passwordAgain) {
        this.passwordAgain = passwordAgain;
    }
}
