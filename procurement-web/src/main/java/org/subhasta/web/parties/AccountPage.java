package org.subhasta.web.parties;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.subhasta.parties.Accounts;
import org.subhasta.parties.Duty;
import org.subhasta.parties.IssuedToken;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;
import org.subhasta.parties.PersonView;
import org.subhasta.parties.Role;
import org.subhasta.parties.TokenPermission;
import org.subhasta.parties.TokenView;
import org.subhasta.parties.Tokens;
import org.subhasta.web.access.SignedSession;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Texts;
import org.subhasta.web.page.Visit;

/** {@code /account}: the caller's own data, password and tokens. */
@Named
@RequestScoped
public class AccountPage {

    @EJB
    Accounts accounts;

    @EJB
    Tokens tokens;

    @EJB
    OrganisationReports organisations;

    @Inject
    SignedSession session;

    @Inject
    Messages messages;

    @Inject
    Texts texts;

    @Inject
    Visit visit;

    private String current;
    private String password;
    private String passwordAgain;
    private String name;
    private Integer days = 90;
    /** As ticked; nothing at first, so that a token does no more than it was made for. */
    private List<String> permissions = List.of();
    private IssuedToken issued;
    private PersonView me;

    public void changePassword() {
        messages.value(accounts.changePassword(current, password, passwordAgain)).ifPresent(who -> {
            session.renew();
            messages.done("parties.account.password.done");
            visit.go("/account");
        });
    }

    /** The token is shown on this answer and never again, so there is no going elsewhere. */
    public void issue() {
        issued = messages.value(tokens.issue(name, days == null ? 0 : days,
                chosen())).orElse(null);
        if (issued != null) {
            name = null;
        }
    }

    private Set<TokenPermission> chosen() {
        return permissions.stream().map(TokenPermission::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TokenPermission.class)));
    }

    public void revoke(String token) {
        messages.value(tokens.revoke(token)).ifPresent(revoked -> {
            messages.done("parties.account.tokens.revoked");
            visit.go("/account");
        });
    }

    public PersonView getMe() {
        if (me == null) {
            me = accounts.mine();
        }
        return me;
    }

    /** Whom the person acts for; null for those who belong to the platform itself. */
    public OrganisationView getOrganisation() {
        return organisations.find(getMe().organisation()).orElse(null);
    }

    public List<Role> getRoles() {
        return getMe().roles().stream().sorted().toList();
    }

    /** What the person does for a supplier. */
    public List<Duty> getDuties() {
        return getMe().duties().stream().sorted().toList();
    }

    public List<TokenView> getTokens() {
        return tokens.mine();
    }

    /** What a token may do besides reading, in words. */
    public String words(TokenView token) {
        return token.permissions().isEmpty() ? texts.of("parties.account.tokens.permissions.none")
                : token.permissions().stream().sorted()
                        .map(one -> texts.of("parties.permission." + one))
                        .collect(Collectors.joining(", "));
    }

    public List<TokenPermission> getAllPermissions() {
        return List.of(TokenPermission.values());
    }

    public List<String> getPermissions() {
        return permissions;
    }

    public void setPermissions(List<String> permissions) {
        this.permissions = permissions;
    }

    public IssuedToken getIssued() {
        return issued;
    }

    public String getCurrent() {
        return current;
    }

    public void setCurrent(String current) {
        this.current = current;
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

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Integer getDays() {
        return days;
    }

    public void setDays(Integer days) {
        this.days = days;
    }
}
