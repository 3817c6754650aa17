package org.subhasta.auction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.subhasta.auction.format.ActWriter;
import org.subhasta.auction.format.SignedAct;
import org.subhasta.auction.model.Act;
import org.subhasta.auction.model.Answer;
import org.subhasta.auction.model.AuctionRefusal;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Caller;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Role;

/** What the caller's organisation did in an auction, with the receipts of it. */
@Stateless
@RolesAllowed(Role.Names.SUPPLIER)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class OwnActs {

    /** Of a list, at once. */
    public static final int MOST = 1_000;

    private static final String JUDGED = """
            SELECT at, id, signed, signature, arrived_at, code, leaf FROM (
                SELECT auction, position, at, person, id, signed, signature, arrived_at, code, leaf
                FROM auction.act
                UNION ALL
                SELECT auction, position, at, person, id, signed, signature, arrived_at, code, leaf
                FROM auction.refused_act) AS judged
            WHERE auction = :auction AND position = :position AND id IS NOT NULL
                AND person IN (SELECT person FROM auction.entry
                    WHERE auction = :auction AND organisation = :organisation)
                AND leaf LIKE :leaf
            ORDER BY at DESC, leaf""";

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private Callers callers;
    @Inject
    private Catalogue catalogue;
    @Inject
    private Receipts receipts;

    /** The certificates (SHA-256 of DER) with which the caller has entered an auction. */
    public List<String> entered(String auction) {
        Caller caller = callers.current();
        return entities.createQuery("""
                        SELECT e.key.certificate FROM EntrantRow e WHERE e.key.auction = :auction
                        AND e.organisation = :organisation AND e.person = :person
                        ORDER BY e.key.certificate""", String.class)
                .setParameter("auction", auction)
                .setParameter("organisation", caller.organisation())
                .setParameter("person", caller.person()).getResultList();
    }

    /** What was judged in a lot, the latest first; nothing where there is no such lot. */
    public List<OwnAct> judged(String auction, String lot) {
        return catalogue.find(auction).flatMap(one -> one.lot(lot)).map(found ->
                rows(found, "%").stream().map(Row::act).toList()).orElse(List.of());
    }

    /** The receipt of an act, by its leaf: what it says is what it said when it was judged. */
    public Optional<String> receipt(String auction, String lot, String leaf) {
        return catalogue.find(auction).flatMap(one -> one.lot(lot))
                .filter(found -> leaf.matches("[0-9a-f]{64}"))
                .flatMap(found -> rows(found, leaf).stream().findFirst()
                        .map(row -> receipts.judged(found, row.delivery(), row.judged()).jws()));
    }

    @SuppressWarnings("unchecked")
    private List<Row> rows(Lot lot, String leaf) {
        List<Object[]> rows = entities.createNativeQuery(JUDGED)
                .setParameter("auction", lot.auction()).setParameter("position", lot.position())
                .setParameter("organisation", callers.current().organisation())
                .setParameter("leaf", leaf).setMaxResults(MOST).getResultList();
        return rows.stream().map(Row::of).toList();
    }

    /** An act as it is kept. */
    private record Row(Instant at, Delivery delivery, String code, String leaf) {

        static Row of(Object[] row) {
            byte[] signed = (byte[]) row[2];
            Delivery delivery = Delivery.of(SignedAct.read(signed).orElseThrow(() ->
                            new IllegalStateException("a kept act cannot be read")),
                    signed, (String) row[3], "", (Instant) row[4]);
            return new Row((Instant) row[0], delivery, (String) row[5], (String) row[6]);
        }

        OwnAct act() {
            Act.OfParticipant act = delivery.act().act();
            return new OwnAct(leaf, delivery.id(), at, ActWriter.word(act),
                    act instanceof Act.PlaceBid bid ? Optional.of(bid.amount()) : Optional.empty(),
                    Optional.of(code).filter(one -> !one.isEmpty()));
        }

        Judged judged() {
            return new Judged(code.isEmpty() ? new Answer.Accepted(List.of())
                    : new Answer.Refused(Refusal.of(AuctionRefusal.valueOf(code))), at,
                    Optional.of(new Judged.Recorded(leaf, delivery.arrivedAt(),
                            delivery.signatureDigest())));
        }
    }
}
