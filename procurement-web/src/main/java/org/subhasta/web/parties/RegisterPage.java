package org.subhasta.web.parties;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.subhasta.kernel.Outcome;
import org.subhasta.parties.Accounts;
import org.subhasta.parties.NearName;
import org.subhasta.parties.NearNames;
import org.subhasta.parties.PersonForm;
import org.subhasta.parties.Registrations;
import org.subhasta.parties.SignedIn;
import org.subhasta.parties.model.SignInMethod;
import org.subhasta.web.access.SignedSession;
import org.subhasta.web.access.Visitors;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/** {@code /register/check}: sends what was typed, together with a password, and signs in. */
@Named
@RequestScoped
public class RegisterPage {

    @EJB
    Registrations registrations;

    @EJB
    NearNames nearNames;

    @EJB
    Accounts accounts;

    @Inject
    Registering registering;

    @Inject
    SignedSession session;

    @Inject
    HttpServletRequest request;

    @Inject
    Messages messages;

    @Inject
    Visit visit;

    private List<NearName> near;
    private String password;
    private String passwordAgain;

    public void send() {
        PersonForm person = new PersonForm(registering.getPersonName(),
                registering.getPersonEmail(), password, passwordAgain);
        messages.value(registrations.register(
                        registering.getOrganisation().form(), person, Visitors.of(request)))
                .ifPresent(registered -> {
                    registering.forget();
                    signIn(person);
                });
    }

    /** Approved organisations whose name can be taken for the one typed. */
    public List<NearName> getNear() {
        if (near == null) {
            near = nearNames.approved(registering.getOrganisation().getName(), "");
        }
        return near;
    }

    private void signIn(PersonForm person) {
        Outcome<SignedIn> outcome = accounts.signIn(
                person.email(), person.password(), Visitors.of(request));
        if (outcome instanceof Outcome.Done<SignedIn>(SignedIn who)) {
            session.begin(who, SignInMethod.PASSWORD);
        }
        messages.done("parties.register.done");
        visit.go("/desk");
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
