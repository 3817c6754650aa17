package org.subhasta.bidding;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Opens the bids for which enough openers have acted, and finishes openings. Anybody may ask for it
 * at any time, since it does only what is due; {@link OpeningTimer} asks every few seconds. Each bid
 * is a transaction of its own: what is opened stays opened, wherever the server stops.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Unsealing {

    private static final Logger LOG = System.getLogger(Unsealing.class.getName());

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private Unsealer unsealer;

    /** The boxes whose openers act now, the longest closed first. */
    public List<String> due() {
        return entities.createQuery("""
                SELECT b.id FROM BoxRow b
                WHERE b.state IN ('closed', 'released') AND b.threshold IS NOT NULL
                  AND b.givenUpAt IS NULL
                ORDER BY b.stateAt, b.id""", String.class).getResultList();
    }

    /**
     * Opens what can be opened of a box.
     *
     * @return whether nothing is left to be opened in the state it was in
     */
    public boolean advance(String box) {
        Optional<Unsealer.Work> work = unsealer.work(box);
        if (work.isEmpty()) {
            return false;
        }
        for (UUID bid : work.get().bids()) {
            try {
                unsealer.open(box, bid, work.get().part());
            } catch (RuntimeException e) {
                // Whatever keeps one bid closed keeps no other one closed.
                LOG.log(Level.ERROR, "bid " + bid + " of box " + box
                        + " could not be opened: trying again soon", e);
            }
        }
        return unsealer.finish(box, work.get().part());
    }
}
