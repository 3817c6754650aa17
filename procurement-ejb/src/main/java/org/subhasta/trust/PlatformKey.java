package org.subhasta.trust;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.subhasta.signing.SigningKey;

/**
 * The platform's own key, which signs receipts: {@code keys/platform.p12} in the data folder, its
 * password in the file {@code keys/platform.password} beside it. Read once, on first use.
 */
@ApplicationScoped
public class PlatformKey {

    private SigningKey key;

    /** The key itself. */
    public synchronized SigningKey get() {
        if (key == null) {
            Path keys = keys();
            try {
                String password = Files.readString(keys.resolve("platform.password")).strip();
                key = SigningKey.open(keys.resolve("platform.p12"), password.toCharArray());
            } catch (IOException e) {
                throw new UncheckedIOException("the key that signs receipts cannot be read", e);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the key that signs receipts cannot be used", e);
            }
        }
        return key;
    }

    /** The certificate of the authority that issued the key's certificate, as PEM. */
    public String authority() {
        try {
            return Files.readString(keys().resolve("platform-authority.pem"));
        } catch (IOException e) {
            throw new UncheckedIOException("the authority of the receipts cannot be read", e);
        }
    }

    private static Path keys() {
        return Path.of(System.getProperty("subhasta.data", "var"), "keys");
    }
}
