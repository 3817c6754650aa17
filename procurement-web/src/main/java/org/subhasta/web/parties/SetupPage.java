package org.subhasta.web.parties;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.subhasta.parties.PersonForm;
import org.subhasta.parties.Setup;
import org.subhasta.parties.model.SignInMethod;
import org.subhasta.web.access.SignedSession;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/** {@code /setup?token=…}: makes the first administrator with the link the launcher printed. */
@Named
@RequestScoped
public class SetupPage {

    @EJB
    Setup setup;

    @Inject
    SignedSession session;

    @Inject
    Messages messages;

    @Inject
    Visit visit;

    private String name;
    private String email;
    private String password;
    private String passwordAgain;

    public boolean isOpen() {
        return setup.isOpen(visit.parameter("token"));
    }

    public void begin() {
        PersonForm form = new PersonForm(name, email, password, passwordAgain);
        messages.value(setup.begin(visit.parameter("token"), form)).ifPresent(who -> {
            session.begin(who, SignInMethod.PASSWORD);
            messages.done("parties.setup.done");
            visit.go("/administration");
        });
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
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
