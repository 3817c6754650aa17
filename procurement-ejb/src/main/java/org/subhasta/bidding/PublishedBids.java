package org.subhasta.bidding;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.subhasta.bidding.model.BidKind;
import org.subhasta.bidding.model.BoxState;

/**
 * The bids that stood at a closing as their bidders signed them, for whoever publishes them once
 * they are decided on. Attachments are named in them by hash and stay confidential.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PublishedBids {

    @PersistenceContext
    private EntityManager entities;

    /** A bid's id with what was signed. */
    public record Signed(String id, SignedBytes bytes) {
    }

    /** Those of a box; none before its closing act (B1), however it is asked. */
    public List<Signed> of(String box) {
        BoxRow row = entities.find(BoxRow.class, box);
        if (row == null || !(row.state() instanceof BoxState.Closed)) {
            return List.of();
        }
        return entities.createQuery("""
                SELECT b FROM BidRow b
                WHERE b.box = :box AND b.kind <> :withdrawal
                  AND NOT EXISTS (SELECT 1 FROM BidRow r WHERE r.replaces = b.id)
                ORDER BY b.id""", BidRow.class)
                .setParameter("box", box)
                .setParameter("withdrawal", BidKind.WITHDRAW)
                .getResultStream()
                .map(bid -> new Signed(bid.id().toString(), bid.signed()))
                .toList();
    }
}
