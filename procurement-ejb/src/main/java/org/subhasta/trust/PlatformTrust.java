package org.subhasta.trust;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.subhasta.signing.Revocation;
import org.subhasta.signing.Trust;
import org.subhasta.signing.online.OnlineRevocation;
import org.subhasta.signing.online.Reach;

/**
 * The authorities in the data folder's {@code trust/}, for time-stamps also those in
 * {@code trust/time-stamps/}, and their revocation: by the lists ({@code *.crl}) in these folders,
 * and where a certificate says that its authority publishes it, by asking there (OCSP, else the
 * list). Authorities of a demonstration count in a demonstration only.
 */
@ApplicationScoped
public class PlatformTrust {

    /**
     * System property: the only hosts asked about revocation, separated by commas; these may be on
     * a private network. Where it is empty any public host is asked, and no other.
     */
    public static final String HOSTS = "subhasta.revocation.hosts";

    private Trust trust;

    @PostConstruct
    void read() {
        Trust folder = Trust.folder(Path.of(System.getProperty("subhasta.data", "var"), "trust"));
        Trust counting =
                Boolean.getBoolean("subhasta.demo") ? folder : folder.withoutDemonstration();
        trust = counting.with(Revocation.of(Revocation.Policy.WHERE_OFFERED,
                List.of(new OnlineRevocation(reach(System.getProperty(HOSTS, ""))))));
    }

    private static Reach reach(String hosts) {
        Set<String> named = Stream.of(hosts.split(",")).map(String::strip)
                .filter(host -> !host.isEmpty()).collect(Collectors.toSet());
        return named.isEmpty() ? Reach.everywherePublic()
                : new Reach(named, true, Reach.USUAL_PATIENCE);
    }

    /**
     * What the demonstration's authority has revoked, an X.509 list in DER (RFC 5280, section 5);
     * empty outside a demonstration.
     */
    public Optional<byte[]> demonstrationList() {
        Path list = Path.of(System.getProperty("subhasta.data", "var"), "trust/demonstration.crl");
        try {
            return Boolean.getBoolean("subhasta.demo") ? Optional.of(Files.readAllBytes(list))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the demonstration's list cannot be read", e);
        }
    }

    /** The trust that counts here; it follows the folder while the platform runs. */
    public Trust get() {
        return trust;
    }
}
