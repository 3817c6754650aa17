package org.subhasta.parties;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.model.PartiesRefusal;

/** Keeps people's authenticator apps and recovery codes, and judges what they type of them. */
@ApplicationScoped
class Authenticators {

    /** A secret that nobody proved to have is offered again for so long. */
    private static final Duration OFFERED_FOR = Duration.ofHours(1);

    /** Of demonstration accounts: as public as their password. */
    private static final byte[] DEMONSTRATION =
            Arrays.copyOf("demonstration".getBytes(StandardCharsets.US_ASCII), Totp.SECRET_BYTES);

    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private SecondFactorKey key;

    /** The apps a person added, the first one first. */
    List<AuthenticatorRow> of(String person) {
        return rows(person, LockModeType.NONE).stream().filter(AuthenticatorRow::isAdded).toList();
    }

    int recoveryCodes(String person) {
        return openCodes(person, LockModeType.NONE).size();
    }

    /** A secret for another app, the same until it was proven or its time is over. */
    AuthenticatorRow offer(String person, Instant now) {
        List<AuthenticatorRow> offered = rows(person, LockModeType.PESSIMISTIC_WRITE).stream()
                .filter(row -> !row.isAdded()).toList();
        Optional<AuthenticatorRow> open = offered.stream()
                .filter(row -> now.isBefore(row.offeredAt().plus(OFFERED_FOR))).findFirst();
        if (open.isPresent()) {
            return open.get();
        }
        offered.forEach(entities::remove);
        byte[] secret = new byte[Totp.SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return store(person, secret, now);
    }

    /** The offered app, if the code shows that it has the secret. */
    Optional<AuthenticatorRow> prove(String person, String code, Instant now) {
        Optional<AuthenticatorRow> offered = rows(person, LockModeType.PESSIMISTIC_WRITE).stream()
                .filter(row -> !row.isAdded()
                        && now.isBefore(row.offeredAt().plus(OFFERED_FOR)))
                .findFirst();
        return offered.filter(row -> use(row, code, now, false) == null);
    }

    /** Gives a demonstration account its app. */
    void demonstrate(String person, Instant now) {
        if (of(person).isEmpty()) {
            store(person, DEMONSTRATION, now).add("Demonstration", now);
        }
    }

    /** What the app of a demonstration account shows. */
    String demonstrationCode(Instant now) {
        return Totp.code(DEMONSTRATION, now);
    }

    byte[] secret(AuthenticatorRow row) {
        return key.open(row.id(), row.secret());
    }

    /**
     * Judges a code of any app of the person's, or a recovery code, and uses it up.
     *
     * @param again whether a code may be used twice: of an app that everybody has
     * @return nothing where it is right
     */
    Optional<Refusal> use(String person, String typed, boolean again, Instant now) {
        if (RecoveryCode.isOne(typed)) {
            return useCode(person, RecoveryCode.read(typed), now);
        }
        Refusal.Code answer = PartiesRefusal.SECOND_FACTOR_WRONG;
        for (AuthenticatorRow row : rows(person, LockModeType.PESSIMISTIC_WRITE)) {
            Refusal.Code said = row.isAdded() ? use(row, typed, now, again) : answer;
            if (said == null) {
                return Optional.empty();
            }
            answer = said == PartiesRefusal.SECOND_FACTOR_USED ? said : answer;
        }
        return Optional.of(Refusal.at("code", answer));
    }

    /** Makes recovery codes anew; those before are of no use any longer. */
    List<String> makeCodes(String person, Instant now) {
        removeCodes(person);
        return Stream.generate(RecoveryCode::next).limit(RecoveryCode.GIVEN)
                .peek(code -> entities.persist(
                        new RecoveryCodeRow(code.sha256(), person, now)))
                .map(RecoveryCode::text)
                .toList();
    }

    /** Takes away all of a person's; whether there was one. */
    boolean removeAll(String person, Instant now) {
        List<AuthenticatorRow> rows = rows(person, LockModeType.PESSIMISTIC_WRITE);
        rows.stream().filter(AuthenticatorRow::isAdded).forEach(row -> row.remove(now));
        rows.stream().filter(row -> !row.isAdded()).forEach(entities::remove);
        removeCodes(person);
        return rows.stream().anyMatch(AuthenticatorRow::isAdded);
    }

    private AuthenticatorRow store(String person, byte[] secret, Instant now) {
        String id = Identifier.next();
        AuthenticatorRow row = new AuthenticatorRow(id, person, key.seal(id, secret), now);
        entities.persist(row);
        return row;
    }

    /** Why the code is refused, null where it is right. */
    private PartiesRefusal use(AuthenticatorRow row, String typed, Instant now, boolean again) {
        return switch (Totp.judge(secret(row), typed, again ? -1 : row.usedStep(), now)) {
            case Totp.Answer.Right(long step) -> {
                row.use(step);
                yield null;
            }
            case Totp.Answer.Used() -> PartiesRefusal.SECOND_FACTOR_USED;
            case Totp.Answer.Wrong() -> PartiesRefusal.SECOND_FACTOR_WRONG;
        };
    }

    private Optional<Refusal> useCode(String person, RecoveryCode code, Instant now) {
        Optional<RecoveryCodeRow> right = openCodes(person, LockModeType.PESSIMISTIC_WRITE).stream()
                .filter(row -> row.sha256().equals(code.sha256())).findFirst();
        right.ifPresent(row -> row.use(now));
        return right.isPresent() ? Optional.empty()
                : Optional.of(Refusal.at("code", PartiesRefusal.SECOND_FACTOR_WRONG));
    }

    private void removeCodes(String person) {
        openCodes(person, LockModeType.PESSIMISTIC_WRITE).forEach(entities::remove);
    }

    private List<AuthenticatorRow> rows(String person, LockModeType lock) {
        return entities.createQuery("""
                        SELECT a FROM AuthenticatorRow a
                        WHERE a.person = :person AND a.removedAt IS NULL
                        ORDER BY a.offeredAt, a.id""", AuthenticatorRow.class)
                .setParameter("person", person)
                .setLockMode(lock)
                .getResultList();
    }

    private List<RecoveryCodeRow> openCodes(String person, LockModeType lock) {
        return entities.createQuery("""
                        SELECT c FROM RecoveryCodeRow c
                        WHERE c.person = :person AND c.usedAt IS NULL""", RecoveryCodeRow.class)
                .setParameter("person", person)
                .setLockMode(lock)
                .getResultList();
    }
}
