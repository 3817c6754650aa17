package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.subhasta.auction.ActAnswer;
import org.subhasta.auction.Auctions;
import org.subhasta.bidding.Answer;
import org.subhasta.kernel.Outcome;
import org.subhasta.parties.CertificateReports;
import org.subhasta.parties.Certificates;
import org.subhasta.parties.Duty;
import org.subhasta.parties.Invitations;
import org.subhasta.parties.KeyRequest;
import org.subhasta.parties.KeyRequests;
import org.subhasta.parties.Role;
import org.subhasta.parties.SecondFactors;
import org.subhasta.parties.Sessions;
import org.subhasta.parties.SignedIn;
import org.subhasta.parties.Tokens;
import org.subhasta.parties.model.SignInMethod;
import org.subhasta.signing.CertificateRequest;
import org.subhasta.signing.KeyUse;
import org.subhasta.system.DoorTest;
import org.subhasta.tendering.Tenders;

/**
 * One authority and one supplier have one of everything, and another authority's officer, another
 * supplier and an opener of others try the identifiers of all of it in every parameter of every use
 * case of their roles. Nothing is found and nothing is done, but for what is meant for all of them.
 */
class ForeignIdDoorIT extends DoorTest {

    /** Every authority's officers decide on suppliers, who are the platform's and not one buyer's. */
    private static final Set<String> OF_ALL_OFFICERS = Set.of(
            "parties.CertificateReports.find", "parties.CertificateReports.of",
            "parties.Certificates.approve", "parties.Certificates.refuse",
            "parties.Certificates.withdraw",
            "parties.KeyRequestReports.find", "parties.KeyRequests.approve",
            "parties.KeyRequests.refuse", "parties.RegistrationReports.find",
            "parties.RegistrationReports.people", "parties.Registrations.approve",
            "parties.Registrations.giveBack", "suppliers.RegisterFacts.ask");

    /** What one's own act would say, what one says of oneself, and what came from elsewhere. */
    private static final Set<String> NOTHING_OF_OTHERS = Set.of(
            "auction.Participation.statement", "suppliers.Profiles.keep",
            "tendering.ImportedTenders.record");

    @Test
    void nobody_does_anything_with_what_is_somebody_elses() throws Exception {
        Map<String, String> foreign = things();
        Map<Role, String> strangers = Map.of(
                Role.OFFICER, Bidder.person("mara@alder-bay.example"),
                Role.SUPPLIER, Bidder.register(officer(), "Strange Works").person(),
                Role.OPENER, Bidder.person("luca@northmoor.example"));
        Set<String> found = new TreeSet<>();
        int tried = 0;
        for (UseCase one : UseCase.all()) {
            for (Role role : strangers.keySet()) {
                if (one.isEverybodys() || NOTHING_OF_OTHERS.contains(one.name())
                        || !one.roles().contains(role)
                        || role == Role.OFFICER && OF_ALL_OFFICERS.contains(one.name())) {
                    continue;
                }
                for (Map.Entry<String, String> thing : foreign.entrySet()) {
                    for (Object[] arguments : one.with(thing.getValue())) {
                        tried++;
                        if (!isNothing(answer(one, strangers.get(role), role, arguments))) {
                            found.add(one + " as " + role + " with a " + thing.getKey());
                        }
                    }
                }
            }
        }
        assertEquals(Set.of(), found);
        assertTrue(tried > 1_000, tried + " calls");
    }

    private static Object answer(UseCase one, String person, Role role, Object[] arguments)
            throws Exception {
        return Acts.rolledBack(() -> as(person, role, () -> {
            try {
                return one.call(arguments);
            } catch (Exception e) {
                return null;
            }
        }));
    }

    private static boolean isNothing(Object answer) {
        return switch (answer) {
            case null -> true;
            case Outcome.Refused<?> refused -> true;
            case Outcome.Done<?> done -> false;
            case Answer bid -> !bid.accepted();
            case ActAnswer act -> !act.accepted();
            case Optional<?> perhaps -> perhaps.isEmpty();
            case Collection<?> several -> several.isEmpty();
            case Map<?, ?> several -> several.isEmpty();
            case Boolean done -> !done;
            default -> false;
        };
    }

    /** Of the officer Tomás and a supplier of the test's own. */
    private static Map<String, String> things() throws Exception {
        String officer = officer();
        Bidder supplier = Bidder.register(officer, "Owning Works");
        Map<String, String> things = new LinkedHashMap<>(ofTheSupplier(supplier));
        things.put("draft of a tender", as(officer, Role.OFFICER, () ->
                done(door(Tenders.class).begin())).id());
        Panel panel = Panel.of(2, 3);
        things.put("tender", Paving.published(officer, panel).id());
        Box box = Box.open(officer, Duration.ofDays(3));
        things.put("box", box.id());
        things.put("bid", box.take(supplier, Bid.of(supplier, box)).toString());
        LiveAuction auction = LiveAuction.publish(officer, "ranked-english", "");
        done(auction.admit(supplier));
        done(auction.enter(supplier));
        things.put("auction", auction.id());
        String terms = LiveAuction.terms("ranked-english", "", Moment.now().plusSeconds(9_000));
        things.put("draft of an auction", as(officer, Role.OFFICER,
                () -> done(door(Auctions.class).draft(terms))).id());
        things.put("officer", officer);
        return things;
    }

    private static Map<String, String> ofTheSupplier(Bidder supplier) throws Exception {
        Map<String, String> things = new LinkedHashMap<>();
        things.put("supplier's organisation", supplier.organisation());
        things.put("supplier's person", supplier.person());
        things.put("session", door(Sessions.class).begin(new SignedIn(supplier.person(), "", Set.of(
                Role.SUPPLIER), false), SignInMethod.PASSWORD, ""));
        as(supplier.person(), Role.SUPPLIER, () -> {
            things.put("certificate", door(CertificateReports.class).mine().getFirst().id());
            things.put("token", done(door(Tokens.class).issue("theirs", 3)).token().id());
            things.put("colleague", done(door(Invitations.class).inviteColleague("Carla Colleague",
                    supplier.person() + "@colleagues.example", Set.of(Duty.BID))).person().id());
            AuthenticatorApp app =
                    new AuthenticatorApp(door(SecondFactors.class).offer().secret());
            things.put("authenticator", done(door(SecondFactors.class)
                    .add("telephone", app.code(Moment.now()))).authenticator().id());
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            String statement = door(Certificates.class).statement();
            things.put("request for a certificate", done(door(KeyRequests.class).request(
                    new KeyRequest(KeyUse.SIGNING, CertificateRequest.make(pair,
                            CertificateRequest.challengeOf(statement)), statement))).id());
            return null;
        });
        return things;
    }

    private static String officer() {
        return Bidder.person("tomas@northmoor.example");
    }
}
