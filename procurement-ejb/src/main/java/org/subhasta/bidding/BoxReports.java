package org.subhasta.bidding;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.subhasta.bidding.model.ClosingMove;

/** What everybody may know of boxes: terms, closing, its moves and state; never a count of bids. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class BoxReports {

    @PersistenceContext
    private EntityManager entities;

    /** The box of a tender. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Optional<BoxView> find(String id) {
        return id == null ? Optional.empty()
                : Optional.ofNullable(entities.find(BoxRow.class, id)).map(this::view);
    }

    private BoxView view(BoxRow row) {
        List<ClosingMove> moves = entities.createQuery(
                        "SELECT m FROM ClosingMoveRow m WHERE m.box = :box ORDER BY m.id",
                        ClosingMoveRow.class)
                .setParameter("box", row.id())
                .getResultStream()
                .map(ClosingMoveRow::move)
                .toList();
        return row.view(moves);
    }
}
