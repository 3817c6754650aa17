package org.subhasta.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CRLReason;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.subhasta.demonstration.DemonstrationAccount;
import org.subhasta.demonstration.DemonstrationAccounts;
import org.subhasta.kernel.Identifier;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.RevocationList;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.log.KeyKind;
import org.subhasta.signing.log.Malformed;
import org.subhasta.signing.log.SignerKey;

/**
 * The key files in the data folder, made at the first start:
 *
 * <pre>
 * keys/platform-authority.p12, .password, .pem   issues the platform's key; .pem checks receipts
 * keys/platform.p12, .password                   signs receipts; made anew before it expires
 * keys/time-stamps.p12, .password                stamps the time; made anew before it expires
 * trust/time-stamps/platform.pem                 and is trusted for it, and for nothing else
 * keys/enrolment-authority.p12, .password        issues for keys that people made themselves
 * trust/enrolment.pem                            and is trusted for it
 * keys/log.key                                   signs the log's heads. Never made anew: its
 * trust/log.vkey                                 name is the log's; checks them
 * keys/second-factors.key                        seals the secrets of authenticator apps; never
 *                                                made anew: the apps would have to be
 * with the demonstration only:
 * demo/authority.p12, trust/demonstration.pem    the demonstration's own certification authority
 * trust/demonstration.crl                        what it revoked; issued anew in time, at a start
 * demo/revoked.p12                               revoked, to see what becomes of such a key
 * demo/*.p12                                     its people's keys, their password known to all
 * keys/authority.p12, .password                  signs award notices
 * </pre>
 *
 * Without the demonstration, notices are signed with the authority's own key
 * ({@code SUBHASTA_NOTICE_KEYSTORE}), and what a former demonstration left to trust is taken away.
 */
final class KeyFiles {

    private static final Duration RENEWED_BEFORE = Duration.ofDays(60);
    private static final int PASSWORD_BYTES = 24;
    /** AES-256. */
    private static final int SEALING_BYTES = 32;
    private static final String DEMONSTRATION_TRUST = "trust/demonstration.pem";
    private static final String REVOKED = "revoked.p12";
    private static final String DEMONSTRATION_LIST = "trust/demonstration.crl";

    /** Longer than anybody lets a demonstration run: a list that is too old refuses everything. */
    private static final Duration LIST_VALID = Duration.ofDays(366);

    private final Path data;
    private final Instant now;

    private KeyFiles(Path data, Instant now) {
        this.data = data;
        this.now = now;
    }

    /** Makes what is missing or about to expire; idempotent. */
    static void prepare(Path data, boolean demonstration) throws CannotRun {
        try {
            KeyFiles files = new KeyFiles(data, Instant.now());
            files.platform();
            files.log();
            files.secondFactors();
            if (demonstration) {
                files.demonstration();
            } else {
                files.endDemonstration();
            }
            files.enrolment(demonstration);
        } catch (IOException | GeneralSecurityException e) {
            // A wrong password comes as an IOException too.
            throw new CannotRun("The keys in " + data.resolve("keys") + " cannot be used ("
                    + e.getMessage() + "): restore them, or move them away to have new ones made.",
                    e);
        }
    }

    private void platform() throws IOException, GeneralSecurityException {
        Path authority = data.resolve("keys/platform-authority.p12");
        if (!Files.exists(authority)) {
            CertificateAuthority made =
                    CertificateAuthority.create("Authority of this Subhasta platform", now);
            write(data.resolve("keys/platform-authority.pem"),
                    CertificateAuthority.pem(made.certificate()).getBytes());
            keep(authority, made.key());
        }
        if (isDue(data.resolve("keys/platform.p12"))) {
            CertificateAuthority issuer = CertificateAuthority.of(open(authority));
            keep(data.resolve("keys/platform.p12"),
                    issuer.issue("Receipts", "This Subhasta platform", "XX", now));
        }
        if (isDue(data.resolve("keys/time-stamps.p12"))) {
            CertificateAuthority issuer = CertificateAuthority.of(open(authority));
            keep(data.resolve("keys/time-stamps.p12"), issuer.issueTimeStamper(
                    "Time-stamps", "This Subhasta platform", "XX", now));
        }
        Path trusted = data.resolve("trust/time-stamps/platform.pem");
        Files.createDirectories(trusted.getParent());
        if (!Files.exists(trusted)) {
            write(trusted, CertificateAuthority.pem(open(authority).certificate()).getBytes());
        }
    }

    private void log() throws IOException {
        Path file = data.resolve("keys/log.key");
        if (!Files.exists(file)) {
            SignerKey made = SignerKey.generate(
                    "subhasta/" + Identifier.next(), KeyKind.LOG, new SecureRandom());
            write(data.resolve("trust/log.vkey"), line(made.verifier().toString()));
            write(file, line(made.secret()));
        }
        try {
            SignerKey.parse(Files.readString(file));
        } catch (Malformed e) {
            throw new IOException("log.key: " + e.getMessage(), e);
        }
    }

    private void secondFactors() throws IOException {
        Path file = data.resolve("keys/second-factors.key");
        if (!Files.exists(file)) {
            write(file, line(HexFormat.of().formatHex(random(SEALING_BYTES))));
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static byte[] line(String text) {
        return (text + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
    }

    private void demonstration() throws IOException, GeneralSecurityException {
        Files.createDirectories(data.resolve("demo"));
        Path authority = data.resolve("demo/authority.p12");
        if (!Files.exists(authority)) {
            writeKnown(authority, CertificateAuthority.demonstration(now).key());
        }
        CertificateAuthority issuer = CertificateAuthority.of(openKnown(authority));
        Path trust = data.resolve(DEMONSTRATION_TRUST);
        if (!Files.exists(trust)) {
            write(trust, CertificateAuthority.pem(issuer.certificate()).getBytes());
        }
        for (DemonstrationAccount account : DemonstrationAccounts.everybody()) {
            demonstration(account.keyFile(), () ->
                    issuer.issue(account.name(), account.organisation(), "NL", now));
            demonstration(account.encryptionKeyFile(), () -> issuer.issueForEncryption(
                    account.name(), account.organisation(), "NL", now));
        }
        demonstration(Optional.of(REVOKED), () ->
                issuer.issue("Somebody who lost the key", "Example Insulation", "NL", now));
        revoke(issuer, openKnown(data.resolve("demo").resolve(REVOKED)).certificate());
        Path notices = data.resolve("keys/authority.p12");
        if (isDue(notices)) {
            keep(notices, issuer.issue("Award notices", "Authorities of the demonstration", "NL",
                    now));
        }
    }

    private void demonstration(Optional<String> name, Supplier<SigningKey> key)
            throws IOException, GeneralSecurityException {
        if (name.isPresent() && !Files.exists(data.resolve("demo").resolve(name.get()))) {
            writeKnown(data.resolve("demo").resolve(name.get()), key.get());
        }
    }

    private void revoke(CertificateAuthority issuer, X509Certificate revoked) throws IOException {
        Path list = data.resolve(DEMONSTRATION_LIST);
        if (Files.exists(list) && RevocationList.read(Files.readAllBytes(list)).nextUpdate()
                .filter(next -> next.isAfter(now.plus(LIST_VALID.dividedBy(2)))).isPresent()) {
            return;
        }
        write(list, issuer.revocationList(List.of(new CertificateAuthority.Revoked(
                revoked.getSerialNumber(), revoked.getNotBefore().toInstant(),
                CRLReason.KEY_COMPROMISE)), now, now.plus(LIST_VALID)));
    }

    /** Demonstration keys count nowhere else: neither for bids nor under notices. */
    private void endDemonstration() throws IOException, GeneralSecurityException {
        Files.deleteIfExists(data.resolve(DEMONSTRATION_TRUST));
        Files.deleteIfExists(data.resolve(DEMONSTRATION_LIST));
        deleteDemonstration(data.resolve("keys/authority.p12"));
        if (deleteDemonstration(data.resolve("keys/enrolment-authority.p12"))) {
            Files.deleteIfExists(data.resolve("trust/enrolment.pem"));
        }
    }

    private static boolean deleteDemonstration(Path file)
            throws IOException, GeneralSecurityException {
        boolean found = Files.exists(file)
                && CertificateAuthority.isDemonstration(open(file).certificate());
        if (found) {
            Files.delete(file);
            Files.deleteIfExists(password(file));
        }
        return found;
    }

    /** Made in a demonstration it is a demonstration's, and another is made after that. */
    private void enrolment(boolean demonstration) throws IOException, GeneralSecurityException {
        Path authority = data.resolve("keys/enrolment-authority.p12");
        if (!Files.exists(authority)) {
            String name = "Enrolment authority of this Subhasta platform";
            CertificateAuthority made = demonstration
                    ? CertificateAuthority.demonstration(name, now)
                    : CertificateAuthority.create(name, now);
            keep(authority, made.key());
        }
        Path trust = data.resolve("trust/enrolment.pem");
        if (!Files.exists(trust)) {
            write(trust, CertificateAuthority.pem(open(authority).certificate()).getBytes());
        }
    }

    private boolean isDue(Path file) throws IOException, GeneralSecurityException {
        return !Files.exists(file) || open(file).certificate().getNotAfter().toInstant()
                .isBefore(now.plus(RENEWED_BEFORE));
    }

    /** With a random password beside it, both for this user only; the password first. */
    private void keep(Path file, SigningKey key) throws IOException, GeneralSecurityException {
        Path passwordFile = password(file);
        if (!Files.exists(passwordFile)) {
            write(passwordFile, HexFormat.of().formatHex(random(PASSWORD_BYTES)).getBytes());
        }
        writeKey(file, key, Files.readString(passwordFile).strip());
    }

    private void writeKnown(Path file, SigningKey key)
            throws IOException, GeneralSecurityException {
        writeKey(file, key, DemonstrationAccounts.PASSWORD);
    }

    private static SigningKey open(Path file) throws IOException, GeneralSecurityException {
        return SigningKey.open(file, Files.readString(password(file)).strip().toCharArray());
    }

    private static SigningKey openKnown(Path file) throws IOException, GeneralSecurityException {
        return SigningKey.open(file, DemonstrationAccounts.PASSWORD.toCharArray());
    }

    private static Path password(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".password");
    }

    private static void writeKey(Path file, SigningKey key, String password)
            throws IOException, GeneralSecurityException {
        Path draft = draft(file);
        try (OutputStream out = Files.newOutputStream(draft)) {
            key.writePkcs12(out, "key", password.toCharArray());
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(Path file, byte[] content) throws IOException {
        Path draft = draft(file);
        Files.write(draft, content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A file of a killed launcher is never half written under its final name. */
    private static Path draft(Path file) throws IOException {
        return Files.createTempFile(file.getParent(), "draft", null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
}
