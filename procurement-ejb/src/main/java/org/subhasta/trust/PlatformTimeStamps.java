package org.subhasta.trust;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.subhasta.kernel.ServerClock;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.TimeStamp;
import org.subhasta.signing.TimeStampAuthority;
import org.subhasta.signing.TimeStampUnavailable;
import org.subhasta.signing.TimeStamps;
import org.subhasta.signing.online.Reach;
import org.subhasta.signing.online.TimeStampClient;

/**
 * Who stamps the time for the platform: the authorities that the operator configured
 * ({@code SUBHASTA_TSA_URL}), asked in turn, else one of the platform's own, whose key is
 * {@code keys/time-stamps.p12} in the data folder. There is no falling back from the one to the
 * other: an operator's promise of a qualified time must not quietly become ours.
 */
@ApplicationScoped
public class PlatformTimeStamps implements TimeStamps {

    /** System property: addresses (RFC 3161 over HTTP), separated by commas; empty for our own. */
    public static final String AUTHORITIES = "subhasta.tsa";

    private static final System.Logger LOG = System.getLogger(PlatformTimeStamps.class.getName());

    private record Configured(String addresses, TimeStamps client) {
    }

    private ServerClock clock;
    private PlatformTrust trust;
    private volatile Configured configured = new Configured("", null);
    private volatile TimeStampAuthority own;

    /** For the container's proxy. */
    protected PlatformTimeStamps() {
    }

    @Inject
    PlatformTimeStamps(ServerClock clock, PlatformTrust trust) {
        this.clock = clock;
        this.trust = trust;
    }

    @Override
    public TimeStamp stamp(byte[] sha256) throws TimeStampUnavailable {
        try {
            return authority().stamp(sha256);
        } catch (TimeStampUnavailable e) {
            LOG.log(Level.ERROR, "no time-stamp: {0}", e.getMessage());
            throw e;
        }
    }

    @Override
    public int tokenRoom() {
        try {
            return authority().tokenRoom();
        } catch (TimeStampUnavailable e) {
            return TimeStamps.super.tokenRoom(); // whoever asks for the token is told
        }
    }

    private TimeStamps authority() throws TimeStampUnavailable {
        String addresses = addresses();
        return addresses.isEmpty() ? own() : client(addresses);
    }

    /**
     * Answers a request for a time-stamp by anybody (RFC 3161, section 2.4).
     *
     * @return a TimeStampResp in DER; empty where others stamp for this platform
     */
    public Optional<byte[]> answer(byte[] request) throws TimeStampUnavailable {
        return addresses().isEmpty() ? Optional.of(own().answer(request)) : Optional.empty();
    }

    private static String addresses() {
        return System.getProperty(AUTHORITIES, "").strip();
    }

    private TimeStamps client(String addresses) {
        Configured known = configured;
        if (!known.addresses().equals(addresses)) {
            List<URI> authorities = Stream.of(addresses.split(","))
                    .map(String::strip).map(URI::create).toList();
            known = new Configured(addresses, new TimeStampClient(authorities, Optional.empty(),
                    trust.get(), clock::now, Reach.asConfigured()));
            configured = known;
        }
        return known.client();
    }

    private TimeStampAuthority own() throws TimeStampUnavailable {
        TimeStampAuthority known = own;
        if (known == null) {
            Path keys = Path.of(System.getProperty("subhasta.data", "var"), "keys");
            try {
                String password = Files.readString(keys.resolve("time-stamps.password")).strip();
                known = new TimeStampAuthority(SigningKey.open(
                        keys.resolve("time-stamps.p12"), password.toCharArray()), clock::now);
            } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
                throw new TimeStampUnavailable(TimeStampUnavailable.Reason.REFUSED,
                        "the key that stamps the time cannot be used: " + e.getMessage());
            }
            own = known;
        }
        return known;
    }
}
