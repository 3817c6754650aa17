package org.subhasta.signing;

import java.time.Instant;
import java.util.Objects;

/**
 * What is known about whether a certificate was revoked. Only the first two are answers of the
 * certificate's authority.
 */
public sealed interface RevocationStatus {

    /**
     * Not revoked.
     *
     * @param asOf     when the authority said so
     * @param evidence what it said: DER of an X.509 revocation list or of an OCSP response
     */
    record Good(Instant asOf, Kind kind, byte[] evidence) implements RevocationStatus {

        public Good {
            Objects.requireNonNull(asOf, "asOf");
            Objects.requireNonNull(kind, "kind");
            evidence = evidence.clone();
        }
    }

    /** What an authority's answer is written in. */
    enum Kind { REVOCATION_LIST, OCSP_RESPONSE }

    /**
     * Revoked, now; what was signed before may still stand.
     *
     * @param reason in the words of RFC 5280, section 5.3.1, e.g. {@code keyCompromise};
     *               {@code unspecified} where the authority gives none
     */
    record Revoked(Instant since, String reason) implements RevocationStatus {

        public Revoked {
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * There should be an answer and none was to be had that tells about that instant.
     *
     * @param why      {@link SubIndication#TRY_LATER} or {@link SubIndication#OUT_OF_BOUNDS_NO_POE}
     * @param sentence for a log or the command line
     */
    record Unknown(SubIndication why, String sentence) implements RevocationStatus {

        public Unknown {
            if (why != SubIndication.TRY_LATER && why != SubIndication.OUT_OF_BOUNDS_NO_POE) {
                throw new IllegalArgumentException(why + " does not say that it is unknown");
            }
            Objects.requireNonNull(sentence, "sentence");
        }
    }

    /** The certificate itself says that its revocation is nowhere published (RFC 9608). */
    record NotPublished() implements RevocationStatus {
    }

    /** Nobody was asked: none of the sources at hand is about this certificate. */
    record NotLookedUp() implements RevocationStatus {
    }
}
