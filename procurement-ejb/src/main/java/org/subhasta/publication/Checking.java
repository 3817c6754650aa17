package org.subhasta.publication;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.kernel.ServerClock;
import org.subhasta.signing.Trust;
import org.subhasta.trust.PlatformTrust;
import org.subhasta.verification.TrustedKeys;
import org.subhasta.verification.Verifier;

/**
 * Checks files for people who have no program of their own to do it, by the same code as the
 * runnable jar and against the authorities this platform trusts. Nothing is kept. Who does not
 * trust the platform must not ask it: that is what the jar is for.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Checking {

    /** Bytes of all files of one check together. */
    public static final int MAXIMUM_BYTES = 16 * 1024 * 1024;

    /** As many files as one check takes. */
    public static final int MAXIMUM_FILES = 6;

    private static final int AT_ONCE = 2;
    private static final long PATIENCE_SECONDS = 5;

    /** Per server: bounds the memory of checks, not who is served when. */
    private static final Semaphore PLACES = new Semaphore(AT_ONCE, true);

    @Inject
    private ServerClock clock;

    @Inject
    private Bundles bundles;

    @Inject
    private PlatformTrust trust;

    /** Checks what was sent, by its names. */
    public Outcome<List<Verifier.Checked>> check(Map<String, byte[]> files) {
        long size = files.values().stream().mapToLong(file -> file.length).sum();
        if (files.isEmpty() || size == 0) {
            return Outcome.refused(Refusal.at("file", CheckingRefusal.CHECKING_NOTHING));
        }
        if (size > MAXIMUM_BYTES || files.size() > MAXIMUM_FILES) {
            return Outcome.refused(Refusal.at("file", CheckingRefusal.CHECKING_TOO_LARGE,
                    Integer.toString(MAXIMUM_BYTES >> 20)));
        }
        return inTurn(files);
    }

    /** Checks everything published of an award decided here; empty where there is none. */
    public Optional<Outcome<List<Verifier.Checked>>> award(String id) {
        return bundles.ofAward(id).map(bundle -> inTurn(Map.of("award-" + id + ".zip", bundle)));
    }

    /** Checks everything published of an auction; empty where there is none. */
    public Optional<Outcome<List<Verifier.Checked>>> auction(String id) {
        return bundles.ofAuction(id).map(made -> switch (made) {
            case Outcome.Done<byte[]>(byte[] bundle) ->
                    inTurn(Map.of("auction-" + id + ".zip", bundle));
            case Outcome.Refused<byte[]> refused -> refused.refusal();
        });
    }

    private Outcome<List<Verifier.Checked>> inTurn(Map<String, byte[]> files) {
        try {
            if (!PLACES.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return Outcome.refused(Refusal.of(CheckingRefusal.CHECKING_BUSY));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.refused(Refusal.of(CheckingRefusal.CHECKING_BUSY));
        }
        try {
            return Outcome.done(new Verifier(trusted(), clock.now()).check(files));
        } finally {
            PLACES.release();
        }
    }

    /** The authorities whose certificates count here, and the platform's own for its receipts. */
    private TrustedKeys trusted() {
        Path data = Path.of(System.getProperty("subhasta.data", "var"));
        try {
            TrustedKeys folder = TrustedKeys.read(data.resolve("trust"));
            Path own = data.resolve("keys/platform-authority.pem");
            return new TrustedKeys(Files.exists(own)
                    ? trust.get().also(Trust.read(own)) : trust.get(), folder.notes());
        } catch (IOException e) {
            throw new UncheckedIOException("the trusted authorities cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the trusted authorities cannot be used", e);
        }
    }
}
