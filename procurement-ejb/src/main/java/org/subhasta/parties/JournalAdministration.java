package org.subhasta.parties;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.subhasta.journal.Custody;
import org.subhasta.journal.Entry;
import org.subhasta.journal.LogCheck;
import org.subhasta.journal.SelfCheck;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.ServerClock;
import org.subhasta.signing.log.Hash;

/** The journal's switches, for the administrator who is signed in. */
@Stateless
@RolesAllowed(Role.Names.ADMINISTRATOR)
public class JournalAdministration {

    @EJB
    private Callers callers;

    @Inject
    private Custody custody;

    @Inject
    private SelfCheck check;

    @Inject
    private ServerClock clock;

    /** Refuses every act from now on. */
    @Assured
    public Outcome<Entry> stopActs(String reason) {
        return custody.stop(callers.current().actor(), clock.now(), reason);
    }

    /** Lets acts go on. */
    @Assured
    public Outcome<Entry> resumeActs(String reason) {
        return custody.resume(callers.current().actor(), clock.now(), reason);
    }

    /** Ends an alarm that was dealt with. */
    @Assured
    public Outcome<Entry> endAlarm(long alarm, String reason) {
        return custody.end(alarm, callers.current().actor(), clock.now(), reason);
    }

    /** Erases the payload of the entry with this leaf, on a lawful request. */
    @Assured
    public Outcome<Entry> erasePayload(Hash leaf, String reason) {
        return custody.erase(leaf, callers.current().actor(), clock.now(), reason);
    }

    /** Rebuilds the whole tree now; alarms are raised as at night. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public LogCheck.Result checkNow() {
        return check.whole();
    }
}
