package org.subhasta.web.parties;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.subhasta.parties.TokenUse;
import org.subhasta.parties.Tokens;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/** {@code /account/tokens/{id}}: a token, what was called with it, and revoking it. */
@Named
@RequestScoped
public class TokenPage {

    @EJB
    Tokens tokens;

    @Inject
    Messages messages;

    @Inject
    Visit visit;

    private TokenUse use;

    /** A page that is not there for whoever may not revoke the token. */
    public void load() {
        if (getUse() == null) {
            visit.notFound();
        }
    }

    public void revoke() {
        messages.value(tokens.revoke(getUse().token().id())).ifPresent(revoked -> {
            messages.done("parties.account.tokens.revoked");
            visit.go("/account/tokens/" + revoked.id());
        });
    }

    /** Read when first asked for: forms ask before actions run. */
    public TokenUse getUse() {
        if (use == null && visit.parameter("id") != null) {
            use = tokens.find(visit.parameter("id")).orElse(null);
        }
        return use;
    }
}
