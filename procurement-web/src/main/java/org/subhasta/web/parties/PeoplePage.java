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
import org.subhasta.parties.Colleagues;
import org.subhasta.parties.Duty;
import org.subhasta.parties.Invitation;
import org.subhasta.parties.Invitations;
import org.subhasta.parties.PersonView;
import org.subhasta.parties.TokenView;
import org.subhasta.parties.Tokens;
import org.subhasta.web.page.Messages;
import org.subhasta.web.page.Texts;
import org.subhasta.web.page.Visit;

/** {@code /desk/people} and {@code /desk/people/{id}}: who does what for a supplier. */
@Named
@RequestScoped
public class PeoplePage {

    @EJB
    Colleagues colleagues;

    @EJB
    Invitations invitations;

    @EJB
    Accounts accounts;

    @EJB
    Tokens tokens;

    @Inject
    Messages messages;

    @Inject
    Texts texts;

    @Inject
    Visit visit;

    private String name;
    private String email;
    /** As chosen on the page; null until then. */
    private List<String> duties;
    private Invitation invitation;
    private PersonView me;
    private PersonView person;
    private List<PersonView> people;
    private List<TokenView> colleaguesTokens;

    /** A page that is not there for other organisations' people and for those who left. */
    public void load() {
        if (getPerson() == null) {
            visit.notFound();
        }
    }

    public void invite() {
        invitation = messages.value(invitations.inviteColleague(name, email, chosen()))
                .orElse(null);
        people = null;
        if (invitation != null) {
            name = null;
            email = null;
            duties = null;
        }
    }

    public void save() {
        messages.value(colleagues.assign(getPerson().id(), chosen())).ifPresent(saved -> {
            messages.done("parties.people.saved");
            visit.go("/desk/people");
        });
    }

    public void remove() {
        messages.value(colleagues.remove(getPerson().id())).ifPresent(removed -> {
            messages.done("parties.people.removed", removed.name());
            visit.go("/desk/people");
        });
    }

    /** The link is shown on this answer and never again. */
    public void inviteAgain() {
        invitation = messages.value(invitations.inviteColleagueAgain(getPerson().id())).orElse(null);
    }

    private Set<Duty> chosen() {
        return getDuties().stream().map(Duty::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Duty.class)));
    }

    public List<PersonView> getPeople() {
        if (people == null) {
            people = colleagues.mine();
        }
        return people;
    }

    /** Tokens in use of colleagues; for who administers, and nobody else. */
    public List<TokenView> getTokens() {
        if (colleaguesTokens == null) {
            colleaguesTokens = tokens.ofColleagues();
        }
        return colleaguesTokens;
    }

    /** Whether the reader may change any of it. */
    public boolean isAdministrator() {
        return me().duties().contains(Duty.ADMINISTER);
    }

    public boolean isMe(PersonView one) {
        return one.id().equals(me().id());
    }

    /** In words, in the order in which they are explained. */
    public String words(PersonView one) {
        return one.duties().isEmpty() ? texts.of("parties.duty.none")
                : one.duties().stream().sorted().map(duty -> texts.of("parties.duty." + duty))
                        .collect(Collectors.joining(", "));
    }

    private PersonView me() {
        if (me == null) {
            me = accounts.mine();
        }
        return me;
    }

    public List<Duty> getAll() {
        return List.of(Duty.values());
    }

    /** Whom the address names, read when first asked for: forms ask before actions run. */
    public PersonView getPerson() {
        if (person == null && visit.parameter("id") != null) {
            person = colleagues.find(visit.parameter("id")).filter(one -> !one.left())
                    .orElse(null);
        }
        return person;
    }

    public Invitation getInvitation() {
        return invitation;
    }

    /** What is ticked: as chosen, as it is, or as it is with most newcomers. */
    public List<String> getDuties() {
        if (duties != null) {
            return duties;
        }
        return getPerson() == null ? List.of(Duty.BID.name())
                : person.duties().stream().map(Duty::name).toList();
    }

    public void setDuties(List<String> duties) {
        this.duties = duties;
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
