package org.subhasta.web.parties;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.subhasta.parties.SessionView;
import org.subhasta.parties.Sessions;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/** {@code /account/sessions}: where the caller is signed in, and ending that. */
@Named
@RequestScoped
public class SessionsPage {

    @EJB
    Sessions sessions;

    @Inject
    Messages messages;

    @Inject
    Visit visit;

    private List<SessionView> mine;

    public void end(String session) {
        messages.value(sessions.endMine(session)).ifPresent(ended -> {
            messages.done("parties.sessions.ended");
            visit.go("/account/sessions");
        });
    }

    public void endOthers() {
        messages.value(sessions.endOthers()).ifPresent(ended -> {
            messages.done("parties.sessions.others-ended", ended);
            visit.go("/account/sessions");
        });
    }

    public List<SessionView> getMine() {
        if (mine == null) {
            mine = sessions.mine();
        }
        return mine;
    }

    public boolean isElsewhere() {
        return getMine().stream().anyMatch(session -> !session.current());
    }

    /** What people call the browser, of all that it says about itself. */
    public String browser(SessionView session) {
        return Browsers.name(session.browser());
    }
}
