package org.subhasta.auction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.subhasta.auction.model.PreparationRefusal;
import org.subhasta.journal.ConcealedActs;
import org.subhasta.journal.Database;
import org.subhasta.journal.Entry;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.Caller;
import org.subhasta.parties.CertificateReports;
import org.subhasta.signing.CadesVerifier;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.Validation;
import org.subhasta.trust.PlatformTrust;

/** With which certificates participants bid. */
@ApplicationScoped
class Entries {

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private Database database;
    @Inject
    private ServerClock clock;
    @Inject
    private CertificateReports certificates;
    @Inject
    private PlatformTrust trust;
    @Inject
    private Catalogue catalogue;

    /** Canonical JSON (RFC 8785): members in order, no white space, nothing to escape. */
    static String statement(String auction, Caller caller, String certificate) {
        return "{\"auction\":\"" + auction + "\",\"certificate\":\"" + certificate
                + "\",\"format\":\"subhasta-auction-entry-1\",\"organisation\":\""
                + caller.organisation() + "\",\"person\":\"" + caller.person() + "\"}";
    }

    /** Lets a certificate in, in the caller's transaction. */
    Outcome<String> enter(Published auction, Caller caller, byte[] statement, byte[] signature) {
        Validation validation =
                CadesVerifier.verify(statement, signature, trust.get(), clock.now());
        if (!validation.passed()) {
            return Outcome.refused(Refusal.at(
                    "signature", PreparationRefusal.ENTRY_SIGNATURE_INVALID));
        }
        String fingerprint = validation.signerFingerprint().orElseThrow();
        if (certificates.admitted(fingerprint).filter(known ->
                known.organisation().equals(caller.organisation())
                        && known.person().equals(caller.person())).isEmpty()) {
            return Outcome.refused(Refusal.at(
                    "signature", PreparationRefusal.ENTRY_CERTIFICATE_UNKNOWN));
        }
        if (!Arrays.equals(statement, statement(auction.id(), caller, fingerprint)
                .getBytes(StandardCharsets.UTF_8))) {
            return Outcome.refused(Refusal.at(
                    "statement", PreparationRefusal.ENTRY_STATEMENT_WRONG));
        }
        record(auction, caller, validation.signer().orElseThrow(), statement, signature);
        return Outcome.done(catalogue.alias(auction.id(), caller.organisation()).orElseThrow());
    }

    /** Under the first lot's lock, as all that is concealed until its end. */
    private void record(Published auction, Caller caller, X509Certificate certificate,
            byte[] statement, byte[] signature) {
        EntrantRow.Key key =
                new EntrantRow.Key(auction.id(), Validation.fingerprint(certificate));
        Lot first = auction.lots().getFirst();
        database.run(connection -> {
            ActStore.Standing lot = new ActStore(connection, first).lock();
            Instant now = clock.read(lot.database()).at();
            Instant at = now.isAfter(lot.lastAt()) ? now : lot.lastAt();
            if (entities.find(EntrantRow.class, key) != null) {
                return key;
            }
            ConcealedActs acts = new ConcealedActs(connection, first.subject());
            Entry entry = acts.append(List.of(
                    new ConcealedActs.Act("participant-entered", caller.actor(), at,
                            Json.createObjectBuilder()
                                    .add("organisation", caller.organisation())
                                    .add("certificate", key.certificate())
                                    .add("statement", Sha256.hex(statement))
                                    .add("signature", Sha256.hex(signature)).build())))
                    .getFirst();
            if (lot.ended()) {
                // Its end has disclosed all before: what comes later is public at once, too.
                acts.disclose(at, entry.sequence());
            }
            entities.persist(new EntrantRow(key, new Entrant(caller.organisation(),
                    caller.person(), key.certificate(), der(certificate)), statement, signature,
                    at, entry.leafHash()));
            return key;
        });
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that verified has an encoding", e);
        }
    }
}
