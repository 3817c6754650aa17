package org.subhasta.signing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How revocation is looked up and what happens where nothing is found: the sources, asked in their
 * order until one has an answer, and a policy. Immutable.
 */
public final class Revocation {

    /** Whether a certificate passes whose revocation nobody could tell. */
    public enum Policy {

        /** It does not: every certificate below a trusted authority needs an answer. */
        REQUIRED,

        /**
         * It does where its authority publishes nothing about it: neither a list nor a responder is
         * named in it, and none of the sources has a list of its authority. Otherwise not.
         */
        WHERE_OFFERED,

        /** It does, unless a source has a list of its authority: for checks without a network. */
        AT_HAND
    }

    /** RFC 9608, section 2. */
    private static final String NO_REVOCATION_AVAILABLE = "2.5.29.56";

    /** RFC 5280, sections 4.2.1.13 and 4.2.2.1. */
    private static final Set<String> POINTERS = Set.of("2.5.29.31", "1.3.6.1.5.5.7.1.1");

    private final Policy policy;
    private final List<RevocationSource> sources;

    private Revocation(Policy policy, List<RevocationSource> sources) {
        this.policy = policy;
        this.sources = List.copyOf(sources);
    }

    /** Asks these sources, in this order. */
    public static Revocation of(Policy policy, List<RevocationSource> sources) {
        return new Revocation(policy, sources);
    }

    /** The policy. */
    public Policy policy() {
        return policy;
    }

    /** These sources first, then further ones, whose policy counts. */
    Revocation and(Revocation further) {
        List<RevocationSource> all = new ArrayList<>(sources);
        all.addAll(further.sources);
        return new Revocation(further.policy, all);
    }

    RevocationStatus lookUp(X509Certificate certificate, X509Certificate issuer, Instant at) {
        if (certificate.getExtensionValue(NO_REVOCATION_AVAILABLE) != null) {
            return new RevocationStatus.NotPublished();
        }
        RevocationStatus found = new RevocationStatus.NotLookedUp();
        for (RevocationSource source : sources) {
            RevocationStatus status = source.lookUp(certificate, issuer, at);
            if (status instanceof RevocationStatus.Good
                    || status instanceof RevocationStatus.Revoked) {
                return status;
            }
            if (status instanceof RevocationStatus.Unknown) {
                found = status;
            }
        }
        return found;
    }

    /** Whether a certificate that nobody was asked about passes all the same. */
    boolean passesUnasked(X509Certificate certificate) {
        return switch (policy) {
            case REQUIRED -> false;
            case WHERE_OFFERED -> POINTERS.stream()
                    .noneMatch(pointer -> certificate.getExtensionValue(pointer) != null);
            case AT_HAND -> true;
        };
    }
}
