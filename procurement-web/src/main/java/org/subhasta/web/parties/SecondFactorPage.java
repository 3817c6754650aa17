package org.subhasta.web.parties;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.subhasta.documents.QrCode;
import org.subhasta.parties.AddedAuthenticator;
import org.subhasta.parties.OfferedAuthenticator;
import org.subhasta.parties.SecondFactorView;
import org.subhasta.parties.SecondFactors;
import org.subhasta.web.access.LocalAddress;
import org.subhasta.web.access.SignedSession;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Visit;

/**
 * {@code /account/second-factor}: sets an authenticator app up; {@code next} is the page whose acts
 * need one, and where to go afterwards.
 */
@Named
@RequestScoped
public class SecondFactorPage {

    @EJB
    SecondFactors secondFactors;

    @Inject
    SignedSession session;

    @Inject
    Messages messages;

    @Inject
    Visit visit;

    private String name;
    private String code;
    private SecondFactorView mine;
    private OfferedAuthenticator offered;
    private List<String> recoveryCodes = List.of();

    /** The recovery codes are shown on this answer and never again, so there is no going on. */
    public void add() {
        messages.value(secondFactors.add(name, code)).ifPresent(this::added);
    }

    private void added(AddedAuthenticator added) {
        session.renew();
        name = null;
        code = null;
        mine = null;
        recoveryCodes = added.recoveryCodes();
        if (recoveryCodes.isEmpty()) {
            messages.done("parties.factor.added", added.authenticator().name());
            visit.go("/account/second-factor");
        }
    }

    public void remove(String authenticator) {
        messages.value(secondFactors.remove(authenticator)).ifPresent(removed -> {
            messages.done("parties.factor.removed", removed.name());
            visit.go("/account/second-factor");
        });
    }

    public void makeCodes() {
        recoveryCodes = messages.value(secondFactors.makeRecoveryCodes()).orElse(List.of());
    }

    public SecondFactorView getMine() {
        if (mine == null) {
            mine = secondFactors.mine();
        }
        return mine;
    }

    public boolean isFirst() {
        return getMine().authenticators().isEmpty();
    }

    public OfferedAuthenticator getOffered() {
        if (offered == null) {
            offered = secondFactors.offer();
        }
        return offered;
    }

    /** In groups of four, as people read and type them. */
    public String getSecret() {
        return getOffered().secret().replaceAll("(.{4})(?=.)", "$1 ");
    }

    public String getPicture() {
        return QrCode.dataUri(getOffered().uri());
    }

    /** Whether somebody was led here from a page whose acts need this. */
    public boolean isLed() {
        return !getNext().isEmpty();
    }

    public String getNext() {
        return LocalAddress.orElse(visit.parameter("next"), "");
    }

    /** Shown once, now; empty otherwise. */
    public List<String> getRecoveryCodes() {
        return recoveryCodes;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
