package org.subhasta.web.parties;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import org.subhasta.parties.Administration;
import org.subhasta.parties.Invitation;
import org.subhasta.parties.Invitations;
import org.subhasta.parties.OrganisationReports;
import org.subhasta.parties.OrganisationView;
import org.subhasta.parties.PersonView;
import org.subhasta.parties.Role;
import org.subhasta.parties.model.OrganisationKind;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Texts;
import org.subhasta.web.page.Visit;

/** {@code /administration} and below: authorities, their officers and openers, and the platform's own people. */
@Named
@RequestScoped
public class AdministrationPage {

    @EJB
    Administration administration;

    @EJB
    Invitations invitations;

    @EJB
    OrganisationReports organisations;

    @Inject
    Texts texts;

    @Inject
    Messages messages;

    @Inject
    Visit visit;

    private OrganisationView authority;
    private OrganisationFields organisation;
    private String name;
    private String email;
    private Role as = Role.OFFICER;
    private String wanted;
    private Invitation invitation;

    /** Finds the authority the address names, or says that there is none. */
    public void load() {
        if (getAuthority() == null) {
            visit.notFound();
        }
    }

    public List<OrganisationView> getAuthorities() {
        return organisations.authorities();
    }

    public OrganisationView getAuthority() {
        if (authority == null) {
            authority = organisations.find(visit.parameter("id"))
                    .filter(found -> found.kind() == OrganisationKind.AUTHORITY).orElse(null);
        }
        return authority;
    }

    public List<PersonView> getOfficers() {
        return administration.people(getAuthority().id());
    }

    public List<PersonView> getOwnPeople() {
        return administration.ownPeople();
    }

    public void create() {
        messages.value(administration.createAuthority(getOrganisation().form()))
                .ifPresent(created -> {
                    messages.done("parties.administration.authorities.created", created.name());
                    visit.go("/administration/authorities/" + created.id());
                });
    }

    /** Invites an officer, or a member of opening committees. */
    public void invite() {
        String id = visit.parameter("id");
        made(messages.value(as == Role.OPENER ? invitations.inviteOpener(id, name, email)
                : invitations.inviteOfficer(id, name, email)).orElse(null));
    }

    public void makeOpener(String person) {
        messages.value(administration.makeOpener(person)).ifPresent(made -> {
            messages.done("parties.administration.openers.made", made.name());
            visit.go("/administration/authorities/" + visit.parameter("id"));
        });
    }

    public boolean isOpener(PersonView person) {
        return person.roles().contains(Role.OPENER);
    }

    /** In words, such as {@code Officer, Opener}. */
    public String roles(PersonView person) {
        return person.roles().stream().sorted().map(role -> texts.get("parties.role." + role))
                .collect(Collectors.joining(", "));
    }

    public void inviteAuditor() {
        made(messages.value(invitations.inviteAuditor(name, email)).orElse(null));
    }

    public void inviteAgain(String person) {
        made(messages.value(invitations.inviteAgain(person)).orElse(null));
    }

    public void inviteByEmail() {
        made(messages.value(invitations.inviteAgainByEmail(wanted)).orElse(null));
        wanted = invitation == null ? wanted : null;
    }

    /** The link is shown on this answer and never again. */
    private void made(Invitation made) {
        invitation = made;
        if (made != null) {
            name = null;
            email = null;
        }
    }

    public Invitation getInvitation() {
        return invitation;
    }

    public OrganisationFields getOrganisation() {
        if (organisation == null) {
            organisation = new OrganisationFields(visit.zone().getId());
        }
        return organisation;
    }

    public Role getAs() {
        return as;
    }

    public void setAs(Role as) {
        this.as = as;
    }

    public String getWanted() {
        return wanted;
    }

    public void setWanted(String wanted) {
        this.wanted = wanted;
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
}
