package org.subhasta.parties;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.subhasta.parties.model.Assurance;

/**
 * Tells a use case who called it. The sign-in mechanism makes the person's identifier the name of
 * the caller principal; everything else is read from the database, so that a role taken away is
 * gone with the next request and not with the next sign-in.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Callers {

    @PersistenceContext
    private EntityManager entities;

    @Resource
    private SessionContext context;

    @Inject
    private RequestCaller request;

    @EJB
    private AsOfficer asOfficer;

    @EJB
    private AsSupplier asSupplier;

    @EJB
    private AsAdministrator asAdministrator;

    @EJB
    private AsAuditor asAuditor;

    @EJB
    private AsOpener asOpener;

    /**
     * The caller.
     *
     * @throws EJBAccessException where nobody is signed in: doors that ask this have declared
     *                            {@code @RolesAllowed}, so only a mistake of ours leads here
     */
    public Caller current() {
        return signedIn().orElseThrow(() -> new EJBAccessException("nobody is signed in"));
    }

    /** The caller, if anybody is signed in: for public use cases that show some people more. */
    public Optional<Caller> signedIn() {
        Optional<Caller> standIn = StandIn.current();
        if (standIn.isPresent()) {
            return standIn;
        }
        String name = context.getCallerPrincipal().getName();
        // Whoever comes by no session and no token of a request is the person, but not surely.
        return request.named(name).or(() -> find(name, Assurance.LOW));
    }

    /**
     * Runs work of the platform's own (demonstration data, tests) as if the person had called: the
     * doors called by {@code work} on this thread admit the role and see the person as caller.
     * Meant for code that no visitor reaches, and refused where somebody is signed in: nobody can
     * become somebody else by it.
     *
     * @param role one that the person has
     * @return what the work returned
     * @throws IllegalArgumentException where there is no such person or the role was not granted
     * @throws IllegalStateException    where somebody is signed in on this thread
     */
    public <T> T as(String person, Role role, Callable<T> work) throws Exception {
        if (find(context.getCallerPrincipal().getName(), Assurance.LOW).isPresent()) {
            throw new IllegalStateException("somebody is signed in and acts for themselves");
        }
        Caller caller = find(person, Assurance.HIGH)
                .filter(known -> known.is(role))
                .orElseThrow(() -> new IllegalArgumentException(person + " is no " + role));
        StandIn<T> standIn = new StandIn<>(caller, work);
        return switch (role) {
            case OFFICER -> asOfficer.run(standIn);
            case SUPPLIER -> asSupplier.run(standIn);
            case ADMINISTRATOR -> asAdministrator.run(standIn);
            case AUDITOR -> asAuditor.run(standIn);
            case OPENER -> asOpener.run(standIn);
        };
    }

    private Optional<Caller> find(String person, Assurance assurance) {
        // "anonymous", the name of nobody, is no identifier and so finds nobody.
        return Optional.ofNullable(entities.find(PersonRow.class, person))
                .map(row -> row.caller(assurance, ""));
    }
}
