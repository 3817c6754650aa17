package org.subhasta.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import org.subhasta.awarding.AwardingRefusal;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.SigningKey;

/**
 * The contracting authority's key, which signs notices: a PKCS#12 file named by the environment
 * ({@code SUBHASTA_NOTICE_KEYSTORE} with {@code SUBHASTA_NOTICE_PASSWORD}), else
 * {@code keys/authority.p12} in the data folder with its password in {@code keys/authority.password}
 * beside it. Read anew for each notice, so that a renewed certificate needs no restart.
 */
@ApplicationScoped
class AuthorityKey {

    private static final System.Logger LOG = System.getLogger(AuthorityKey.class.getName());

    /**
     * The key, if it can sign at that instant.
     *
     * @return refused with {@link AwardingRefusal#NOTICE_KEY_MISSING} where there is none, it cannot
     *         be opened, or it is one of a demonstration outside a demonstration; with
     *         {@link AwardingRefusal#NOTICE_KEY_EXPIRED} where its certificate is not valid then
     */
    Outcome<SigningKey> at(Instant instant) {
        Optional<SigningKey> key = read();
        if (key.isEmpty()) {
            return Outcome.refused(Refusal.of(AwardingRefusal.NOTICE_KEY_MISSING));
        }
        Instant from = key.get().certificate().getNotBefore().toInstant();
        Instant until = key.get().certificate().getNotAfter().toInstant();
        return instant.isBefore(from) || instant.isAfter(until)
                ? Outcome.refused(
                        Refusal.of(AwardingRefusal.NOTICE_KEY_EXPIRED, until.toString()))
                : Outcome.done(key.get());
    }

    private static Optional<SigningKey> read() {
        try {
            SigningKey key = open();
            if (CertificateAuthority.isDemonstration(key.certificate())
                    && !Boolean.getBoolean("subhasta.demo")) {
                LOG.log(Level.ERROR, "the key that signs notices is one of a demonstration");
                return Optional.empty();
            }
            return Optional.of(key);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            LOG.log(Level.ERROR, "the key that signs notices cannot be opened", e);
            return Optional.empty();
        }
    }

    private static SigningKey open() throws IOException, GeneralSecurityException {
        String configured = System.getenv("SUBHASTA_NOTICE_KEYSTORE");
        if (configured != null && !configured.isBlank()) {
            String password = System.getenv().getOrDefault("SUBHASTA_NOTICE_PASSWORD", "");
            return SigningKey.open(Path.of(configured), password.toCharArray());
        }
        Path keys = Path.of(System.getProperty("subhasta.data", "var"), "keys");
        String password = Files.readString(keys.resolve("authority.password")).strip();
        return SigningKey.open(keys.resolve("authority.p12"), password.toCharArray());
    }
}
