package org.subhasta.auction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.AdmittedCertificate;
import org.subhasta.parties.CertificateReports;

/**
 * What is published about auctions and who takes part, remembered: terms never change, and nobody
 * who was admitted or has entered is ever taken away. What is not found is not remembered.
 */
@ApplicationScoped
class Catalogue {

    private static final int AUCTIONS = 1_000;
    private static final int ENTRANTS = 20_000;
    /** A certificate that an officer withdraws counts for at most so much longer. */
    private static final long APPROVAL_SECONDS = 5;

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private ServerClock clock;
    @Inject
    private CertificateReports certificates;

    private final Remembered<String, Published> auctions = new Remembered<>(AUCTIONS);
    private final Remembered<EntrantRow.Key, Known> entrants = new Remembered<>(ENTRANTS);
    private final Remembered<ParticipantRow.Key, String> aliases = new Remembered<>(ENTRANTS);
    private final Remembered<String, Approval> approvals = new Remembered<>(ENTRANTS);

    /** An entrant with the certificate read. */
    record Known(Entrant entrant, X509Certificate certificate) {
    }

    private record Approval(String organisation, Instant asked) {
    }

    @Transactional(TxType.SUPPORTS)
    Optional<Published> find(String auction) {
        if (auction == null) {
            return Optional.empty();
        }
        return find(auctions, auction, () -> Optional.ofNullable(
                entities.find(AuctionRow.class, auction)).map(Published::of));
    }

    /** The number under which an organisation is seen, where it was admitted. */
    @Transactional(TxType.SUPPORTS)
    Optional<String> alias(String auction, String organisation) {
        ParticipantRow.Key key = new ParticipantRow.Key(auction, organisation);
        return find(aliases, key, () -> Optional.ofNullable(
                entities.find(ParticipantRow.class, key)).map(ParticipantRow::alias));
    }

    /** Whose a certificate is in an auction. */
    @Transactional(TxType.SUPPORTS)
    Optional<Known> entrant(String auction, String fingerprint) {
        EntrantRow.Key key = new EntrantRow.Key(auction, fingerprint);
        return find(entrants, key, () -> Optional.ofNullable(
                entities.find(EntrantRow.class, key)).map(EntrantRow::entrant)
                .map(one -> new Known(one, one.certificate())));
    }

    private static <K, V> Optional<V> find(Remembered<K, V> remembered, K key,
            Supplier<Optional<V>> otherwise) {
        Optional<V> known = remembered.get(key);
        if (known.isPresent()) {
            return known;
        }
        Optional<V> found = otherwise.get();
        found.ifPresent(value -> remembered.put(key, value));
        return found;
    }

    /** Whether officers still approve of the certificate as the organisation's. */
    @Transactional(TxType.SUPPORTS)
    boolean isApproved(Entrant entrant) {
        Instant now = clock.now();
        Approval approval = approvals.get(entrant.fingerprint())
                .filter(known -> known.asked().plusSeconds(APPROVAL_SECONDS).isAfter(now))
                .orElseGet(() -> new Approval(certificates.admitted(entrant.fingerprint())
                        .map(AdmittedCertificate::organisation).orElse(""), now));
        approvals.put(entrant.fingerprint(), approval);
        return approval.organisation().equals(entrant.organisation());
    }
}
