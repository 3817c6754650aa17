package org.subhasta.web.parties;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.subhasta.parties.ForgottenPasswords;
import org.subhasta.parties.PersonView;
import org.subhasta.web.access.Visitors;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/** {@code /forgotten}, which mails a link, and {@code /forgotten/password?token=…}, its other end. */
@Named
@RequestScoped
public class ForgottenPage {

    @EJB
    ForgottenPasswords passwords;

    @Inject
    HttpServletRequest request;

    @Inject
    Messages messages;

    @Inject
    Visit visit;

    private String email;
    private String password;
    private String passwordAgain;
    private PersonView person;

    public void ask() {
        messages.value(passwords.ask(email, Visitors.of(request))).ifPresent(address -> {
            messages.done("parties.forgotten.sent", address);
            visit.go("/sign-in");
        });
    }

    /** Whose password the link replaces; null where it does not work. */
    public PersonView getPerson() {
        if (person == null) {
            person = passwords.open(visit.parameter("token")).orElse(null);
        }
        return person;
    }

    public void choose() {
        messages.value(passwords.choose(visit.parameter("token"), password, passwordAgain))
                .ifPresent(who -> {
                    messages.done("parties.forgotten.done");
                    visit.go("/sign-in");
                });
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
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
