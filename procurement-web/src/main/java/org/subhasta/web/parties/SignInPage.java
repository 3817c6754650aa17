package org.subhasta.web.parties;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.subhasta.demonstration.DemonstrationAccount;
import org.subhasta.demonstration.DemonstrationAccounts;
import org.subhasta.parties.Accounts;
import org.subhasta.parties.SecondFactors;
import org.subhasta.parties.model.SignInMethod;
import org.subhasta.web.access.SignedSession;
import org.subhasta.web.access.Visitors;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/**
 * {@code /sign-in}: {@code next} is where to go afterwards, {@code as} fills in an account of the
 * demonstration.
 */
@Named
@RequestScoped
public class SignInPage {

    @EJB
    Accounts accounts;

    @EJB
    SecondFactors secondFactors;

    @Inject
    SignedSession session;

    @Inject
    HttpServletRequest request;

    @Inject
    Messages messages;

    @Inject
    Visit visit;

    private String email;
    private String password;

    @PostConstruct
    void fillIn() {
        String as = visit.parameter("as");
        Optional<DemonstrationAccount> chosen = getAccounts().stream()
                .filter(account -> account.email().equals(as)).findFirst();
        email = chosen.map(DemonstrationAccount::email).orElse(null);
        password = chosen.map(account -> DemonstrationAccounts.PASSWORD).orElse(null);
    }

    public void signIn() {
        messages.value(accounts.signIn(email, password, Visitors.of(request))).ifPresent(who -> {
            session.begin(who, SignInMethod.PASSWORD);
            visit.go(secondFactors.awaited(session.id().orElseThrow(), Visitors.of(request))
                    .map(waiting -> "/sign-in/confirm" + Next.query(visit.parameter("next")))
                    .orElseGet(() -> Next.of(visit.parameter("next"), who)));
        });
    }

    /** Whether somebody was led here from a page that needs an account. */
    public boolean isLed() {
        return visit.parameter("next") != null;
    }

    /** The demonstration's accounts; none where this is no demonstration, or not seen from here. */
    public List<DemonstrationAccount> getAccounts() {
        return Boolean.getBoolean("subhasta.demo") && Visitors.of(request).loopback()
                ? DemonstrationAccounts.all() : List.of();
    }

    /** This page with an account filled in, still leading where it led. */
    public String filledIn(DemonstrationAccount account) {
        return visit.with("as", account.email());
    }

    /** Whether the password may be written into the page: everybody knows it already. */
    public boolean isFilledIn() {
        return visit.parameter("as") != null && email != null;
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
}
