package org.subhasta.verification;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.subhasta.signing.CadesVerifier;
import org.subhasta.signing.DetachedJws;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.Trust;
import org.subhasta.signing.Validation;

/** With which certificates an auction's participants bid: each has said so in a signed statement. */
final class Entrants {

    private static final String FORMAT = "subhasta-auction-entry-1";
    static final String FILE = "entries.jsonl";

    private final Map<String, Entrant> known;
    private final Map<String, Long> places;
    private final Trust trust;

    private record Entrant(String organisation, X509Certificate certificate, JournalEntry entry) {
    }

    private Entrants(Map<String, Entrant> known, Map<String, Long> places, Trust trust) {
        this.known = Map.copyOf(known);
        this.places = places;
        this.trust = trust;
    }

    /**
     * Reads the statements that the journal of the first lot names.
     *
     * @param places of entries in the log, by their leaves, as far as they are proved
     * @return empty where something is wrong; the report tells what
     */
    static Optional<Entrants> read(byte[] statements, String auction, JournalPart journal,
            Map<String, Long> places, Trust trust, Report report) {
        Map<String, Json> left = new TreeMap<>();
        for (Json line : Json.lines(statements)) {
            if (left.put(line.text("certificate"), line) != null) {
                report.add(Found.ENTRANT_ADDED, line.text("certificate"));
                return Optional.empty();
            }
        }
        Map<String, Entrant> known = new HashMap<>();
        for (JournalEntry entry : journal.of("participant-entered")) {
            Json payload = entry.payload().orElseThrow(() -> new Json.Malformed("payload"));
            String certificate = payload.text("certificate");
            Json line = left.remove(certificate);
            if (line == null) {
                report.add(Found.ENTRANT_DIFFERS, certificate);
                return Optional.empty();
            }
            byte[] statement = line.text("statement").getBytes(StandardCharsets.UTF_8);
            byte[] signature = line.bytes("signature");
            if (!payload.text("statement").equals(Sha256.hex(statement))
                    || !payload.text("signature").equals(Sha256.hex(signature))
                    || !says(statement, auction, payload)) {
                report.add(Found.ENTRANT_DIFFERS, certificate);
                return Optional.empty();
            }
            Validation result = CadesVerifier.verify(statement, signature, trust, entry.at());
            if (!report.signature(result, "what.entry", payload.text("organisation"))) {
                return Optional.empty();
            }
            X509Certificate signer = result.signer().orElseThrow();
            if (!Validation.fingerprint(signer).equals(certificate)) {
                report.add(Found.ENTRANT_DIFFERS, certificate);
                return Optional.empty();
            }
            known.put(certificate, new Entrant(payload.text("organisation"), signer, entry));
        }
        if (!left.isEmpty()) {
            report.add(Found.ENTRANT_ADDED, left.keySet().iterator().next());
            return Optional.empty();
        }
        report.add(Found.ENTRANTS_SIGNED, Integer.toString(known.size()));
        return Optional.of(new Entrants(known, places, trust));
    }

    private static boolean says(byte[] statement, String auction, Json payload) {
        Json said = Json.canonical(statement);
        return said.text("format").equals(FORMAT) && said.text("auction").equals(auction)
                && said.text("certificate").equals(payload.text("certificate"))
                && said.text("organisation").equals(payload.text("organisation"));
    }

    /**
     * Whether that is a signature over the bytes by a participant who had entered by then, and
     * whose certificate was good for it; by nobody's trust it counts like the statement's.
     *
     * @param judged the entry of the act
     */
    boolean signed(byte[] act, String signature, String participant, JournalEntry judged,
            Instant arrived) {
        Optional<DetachedJws> jws = DetachedJws.parse(signature);
        Optional<Entrant> entrant = jws.map(one -> known.get(one.fingerprint()));
        if (entrant.filter(one -> one.organisation().equals(participant)).isEmpty()
                || !isBefore(entrant.get().entry(), judged)
                || !jws.get().isOver(act, entrant.get().certificate())) {
            return false;
        }
        Validation validity = trust.check(entrant.get().certificate(), arrived);
        return validity.passed() || Report.isOfTrust(validity);
    }

    /**
     * By their places in the log, which nobody can change afterwards; by what they say themselves
     * where those are not proved. Whoever entered was recorded before any of the acts was judged.
     */
    private boolean isBefore(JournalEntry entered, JournalEntry judged) {
        Long first = places.get(entered.leaf());
        Long then = places.get(judged.leaf());
        return first != null && then != null ? first < then
                : !entered.at().isAfter(judged.at());
    }
}
