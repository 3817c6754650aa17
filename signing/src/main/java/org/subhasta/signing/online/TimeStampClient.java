package org.subhasta.signing.online;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.subhasta.signing.TimeStamp;
import org.subhasta.signing.TimeStampUnavailable;
import org.subhasta.signing.TimeStampUnavailable.Reason;
import org.subhasta.signing.TimeStampVerifier;
import org.subhasta.signing.TimeStamps;
import org.subhasta.signing.Trust;
import org.subhasta.signing.Validation;

/**
 * Time-stamps from authorities over HTTP (RFC 3161, section 3.4), each asked in turn until one
 * answers well. An answer counts only if it is over the digest and the nonce sent, under the policy
 * asked for, of a trusted authority, and of about now. Safe for many threads.
 */
public final class TimeStampClient implements TimeStamps {

    /** A token with three certificates has 6 KiB. */
    private static final int MAXIMUM_BYTES = 64 * 1024;

    /** How far an authority's clock and ours may be apart. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<URI> authorities;
    private final Optional<String> policy;
    private final Trust trust;
    private final InstantSource clock;
    private final Calls calls;

    /**
     * Asks these authorities.
     *
     * @param authorities HTTP or HTTPS addresses, at least one
     * @param policy      the authority's rules that must have been applied, where it matters
     * @param trust       which authorities count for time-stamps
     */
    public TimeStampClient(List<URI> authorities, Optional<String> policy, Trust trust,
            InstantSource clock, Reach reach) {
        if (authorities.isEmpty()) {
            throw new IllegalArgumentException("no time-stamp authority at all");
        }
        this.authorities = List.copyOf(authorities);
        this.policy = policy;
        this.trust = trust;
        this.clock = clock;
        this.calls = new Calls(reach);
    }

    @Override
    public TimeStamp stamp(byte[] sha256) throws TimeStampUnavailable {
        TimeStampUnavailable last = null;
        for (URI authority : authorities) {
            try {
                return stamp(authority, sha256);
            } catch (TimeStampUnavailable e) {
                if (last != null) {
                    e.addSuppressed(last);
                }
                last = e;
            }
        }
        throw last;
    }

    private TimeStamp stamp(URI authority, byte[] sha256) throws TimeStampUnavailable {
        TimeStampRequest request = request(sha256);
        byte[] answer;
        try {
            answer = calls.post(authority, "application/timestamp-query", request.getEncoded(),
                    MAXIMUM_BYTES);
        } catch (IOException e) {
            throw failed(Reason.UNREACHABLE, authority, e.getMessage());
        }
        Validation result =
                TimeStampVerifier.verifyDigest(token(authority, request, answer), sha256, trust);
        TimeStamp stamp = result.timeStamp().orElseThrow(() ->
                failed(Reason.INVALID, authority, result.explanation()));
        if (Duration.between(stamp.time(), clock.instant()).abs().compareTo(TOLERANCE) > 0) {
            throw failed(Reason.INVALID, authority,
                    "its clock and ours are more than " + TOLERANCE.toMinutes() + " min apart");
        }
        return stamp;
    }

    private TimeStampRequest request(byte[] sha256) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        policy.ifPresent(id -> generator.setReqPolicy(new ASN1ObjectIdentifier(id)));
        return generator.generate(TSPAlgorithms.SHA256, sha256, new BigInteger(127, RANDOM));
    }

    /** Takes the answer apart; the token in it is not verified yet. */
    private static byte[] token(URI authority, TimeStampRequest request, byte[] answer)
            throws TimeStampUnavailable {
        try {
            TimeStampResponse response = new TimeStampResponse(answer);
            if (response.getStatus() != PKIStatus.GRANTED
                    && response.getStatus() != PKIStatus.GRANTED_WITH_MODS) {
                throw failed(Reason.REFUSED, authority, response.getStatusString());
            }
            response.validate(request); // nonce, policy and digest are those asked for
            return response.getTimeStampToken().getEncoded("DL");
        } catch (TSPException | IOException | RuntimeException e) {
            if (e instanceof TimeStampUnavailable refused) {
                throw refused;
            }
            throw failed(Reason.INVALID, authority, e.getMessage());
        }
    }

    private static TimeStampUnavailable failed(Reason reason, URI authority, String why) {
        return new TimeStampUnavailable(reason, "the time-stamp authority " + authority.getHost()
                + " gave no time-stamp: " + why);
    }
}
