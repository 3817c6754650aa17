package org.subhasta.trust;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.subhasta.signing.CadesVerifier;
import org.subhasta.signing.SignatureTimeStamp;
import org.subhasta.signing.TimeStamp;
import org.subhasta.signing.TimeStampUnavailable;
import org.subhasta.signing.Validation;

/**
 * Time-stamps over signatures that were received: asked for once, at receipt, kept beside the
 * signature in a place of their own (the signature itself stays to the byte as it came), and heeded
 * whenever the signature is judged again. What was signed in time then stays so, though the
 * signer's certificate ends or is revoked before anybody opens it.
 */
@ApplicationScoped
public class SignatureStamps {

    private PlatformTimeStamps authority;
    private PlatformTrust trust;

    /** For the container's proxy. */
    protected SignatureStamps() {
    }

    @Inject
    SignatureStamps(PlatformTimeStamps authority, PlatformTrust trust) {
        this.authority = authority;
        this.trust = trust;
    }

    /**
     * Has a signature stamped. Takes as long as an authority over the network does: never called
     * while a row is locked (T3).
     *
     * @param signature one that {@link CadesVerifier} passed
     * @return empty where no time-stamp is to be had; what needed it is refused then (T2)
     */
    public Optional<TimeStamp> over(byte[] signature) {
        try {
            return Optional.of(SignatureTimeStamp.over(signature, authority));
        } catch (TimeStampUnavailable e) {
            return Optional.empty(); // Logged where it happened.
        }
    }

    /**
     * Judges a signature by the time-stamp that was kept beside it.
     *
     * @param token as stored; empty for signatures from before there were time-stamps
     * @param at    when it was received: counts where the time-stamp is not earlier
     */
    public Validation judge(byte[] content, byte[] signature, Optional<byte[]> token, Instant at) {
        return CadesVerifier.verify(content, token
                .map(stamp -> SignatureTimeStamp.join(signature, stamp)).orElse(signature),
                trust.get(), at);
    }

    /**
     * The instant by which whatever a signature covers was there: that of its time-stamp where this
     * is valid and earlier, else the one given. Signatures inside an envelope are judged at the
     * instant of the envelope's.
     */
    public Instant provenBy(byte[] signature, Optional<byte[]> token, Instant at) {
        return token.map(stamp -> SignatureTimeStamp.verify(stamp, signature, trust.get()))
                .flatMap(Validation::timeStamp).map(TimeStamp::time)
                .filter(time -> time.isBefore(at)).orElse(at);
    }
}
