package org.subhasta.web.parties;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.subhasta.kernel.Outcome;
import org.subhasta.parties.SecondFactors;
import org.subhasta.parties.SignedIn;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.web.access.SignedSession;
import org.subhasta.web.access.Visitors;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/** {@code /sign-in/confirm}: the second step of signing in, a code of the person's app. */
@Named
@RequestScoped
public class ConfirmPage {

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

    private String code;
    private boolean filledIn;

    @PostConstruct
    void fillIn() {
        Optional<String> known = session.id().flatMap(
                id -> secondFactors.demonstrationCode(id, Visitors.of(request)));
        filledIn = known.isPresent();
        code = known.orElse(null);
    }

    /** Whoever comes here without a password begins at the beginning. */
    public void requireAwaited() {
        if (!isAwaited()) {
            visit.go("/sign-in" + Next.query(visit.parameter("next")));
        }
    }

    public void confirm() {
        Outcome<SignedIn> outcome =
                secondFactors.confirm(session.id().orElse(null), code, Visitors.of(request));
        if (outcome instanceof Outcome.Refused<SignedIn> refused
                && refused.first().code() == PartiesRefusal.SESSION_OVER) {
            messages.show(refused.refusals());
            visit.go("/sign-in" + Next.query(visit.parameter("next")));
            return;
        }
        messages.value(outcome).ifPresent(who -> {
            session.renew();
            visit.go(Next.of(visit.parameter("next"), who));
        });
    }

    private boolean isAwaited() {
        return session.id().flatMap(
                id -> secondFactors.awaited(id, Visitors.of(request))).isPresent();
    }

    /** Whether it is a demonstration account, whose code everybody may see. */
    public boolean isFilledIn() {
        return filledIn;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
