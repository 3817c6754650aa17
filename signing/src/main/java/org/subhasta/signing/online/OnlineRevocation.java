package org.subhasta.signing.online;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.subhasta.signing.OcspAnswer;
import org.subhasta.signing.RevocationList;
import org.subhasta.signing.RevocationSource;
import org.subhasta.signing.RevocationStatus;
import org.subhasta.signing.SubIndication;

/**
 * Looks revocation up where a certificate says that it is published: first its authority's
 * responder (OCSP), then its list (CRL). Answers are kept for a short while, failures for less, and
 * one certificate is asked about once at a time. Safe for many threads.
 */
public final class OnlineRevocation implements RevocationSource {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration FAILURE_KEPT = Duration.ofSeconds(20);
    private static final int NONCE_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Each may have {@link RevocationList#MAXIMUM_BYTES}. */
    private static final int LISTS_KEPT = 8;
    private static final int ANSWERS_KEPT = 1_000;

    private record About(URI responder, X509Certificate certificate) {
    }

    private final Calls calls;
    private final Kept<URI, RevocationList> lists;
    private final Kept<About, OcspAnswer> answers;

    /** Asks as far as it may reach. */
    public OnlineRevocation(Reach reach) {
        this.calls = new Calls(reach);
        this.lists = new Kept<>(LISTS_KEPT, KEPT, FAILURE_KEPT);
        this.answers = new Kept<>(ANSWERS_KEPT, KEPT, FAILURE_KEPT);
    }

    @Override
    public RevocationStatus lookUp(X509Certificate certificate, X509Certificate issuer,
            Instant at) {
        List<URI> responders = Pointers.responders(certificate);
        List<URI> places = Pointers.lists(certificate);
        if (responders.isEmpty() && places.isEmpty()) {
            return new RevocationStatus.NotLookedUp();
        }
        List<String> failures = new ArrayList<>();
        RevocationStatus closest = null;
        for (URI responder : responders) {
            RevocationStatus status = ask(responder, certificate, issuer, at, failures);
            if (isAnswer(status)) {
                return status;
            }
            closest = status instanceof RevocationStatus.Unknown ? status : closest;
        }
        for (URI place : places) {
            RevocationStatus status = list(place, certificate, issuer, at, failures);
            if (isAnswer(status)) {
                return status;
            }
            closest = status instanceof RevocationStatus.Unknown ? status : closest;
        }
        return closest != null ? closest : new RevocationStatus.Unknown(SubIndication.TRY_LATER,
                "whether the certificate was revoked could not be found out: "
                        + String.join("; ", failures));
    }

    private static boolean isAnswer(RevocationStatus status) {
        return status instanceof RevocationStatus.Good
                || status instanceof RevocationStatus.Revoked;
    }

    private RevocationStatus ask(URI responder, X509Certificate certificate,
            X509Certificate issuer, Instant at, List<String> failures) {
        try {
            OcspAnswer answer = answers.get(new About(responder, certificate),
                    known -> isAnswer(known.lookUp(certificate, issuer, at)),
                    () -> ask(responder, certificate, issuer));
            RevocationStatus status = answer.lookUp(certificate, issuer, at);
            if (status instanceof RevocationStatus.NotLookedUp) {
                failures.add(responder.getHost() + ": the answer is about another certificate, or "
                        + "not signed by who may");
            }
            return status;
        } catch (IOException e) {
            failures.add(responder.getHost() + ": " + e.getMessage());
            return new RevocationStatus.NotLookedUp();
        }
    }

    private OcspAnswer ask(URI responder, X509Certificate certificate, X509Certificate issuer)
            throws IOException {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        OcspAnswer answer = OcspAnswer.read(calls.post(responder, "application/ocsp-request",
                OcspAnswer.question(certificate, issuer, nonce), OcspAnswer.MAXIMUM_BYTES));
        if (!answer.isFor(nonce)) {
            throw new IOException("the answer is to another question");
        }
        return answer;
    }

    private RevocationStatus list(URI place, X509Certificate certificate, X509Certificate issuer,
            Instant at, List<String> failures) {
        try {
            RevocationList list = lists.get(place,
                    known -> isAnswer(known.lookUp(certificate, issuer, at)),
                    () -> RevocationList.read(calls.get(place, RevocationList.MAXIMUM_BYTES)));
            RevocationStatus status = list.lookUp(certificate, issuer, at);
            if (status instanceof RevocationStatus.NotLookedUp) {
                failures.add(place.getHost() + ": the list is another authority's, only a part, or "
                        + "not signed by who may");
            }
            return status;
        } catch (IOException e) {
            failures.add(place.getHost() + ": " + e.getMessage());
            return new RevocationStatus.NotLookedUp();
        }
    }
}
