package org.subhasta.signing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The certification authorities that are trusted, and the judgement of signers' certificates
 * against them: a path after RFC 5280, section 6, valid at the instant that counts, in accepted
 * algorithms, to a certificate meant for signing. Safe for many threads.
 *
 * <p>Revocation (CRL, OCSP) is <em>not</em> looked up yet: a revoked certificate passes until it
 * expires. Until that comes, whoever admitted a certificate has to withdraw the admission.
 */
public final class Trust {

    private static final System.Logger LOG = System.getLogger(Trust.class.getName());
    private static final Set<String> ENDINGS = Set.of("pem", "crt", "cer", "der");
    private static final int MAXIMUM_FILE_BYTES = 1024 * 1024;

    private final Supplier<List<X509Certificate>> authorities;

    private Trust(Supplier<List<X509Certificate>> authorities) {
        this.authorities = authorities;
    }

    /**
     * Trusts these authorities and no others.
     *
     * @throws IllegalArgumentException where one is not the certificate of an authority
     */
    public static Trust of(Collection<X509Certificate> authorities) {
        List<X509Certificate> all = List.copyOf(authorities);
        for (X509Certificate certificate : all) {
            if (!isAuthority(certificate)) {
                throw new IllegalArgumentException("not the certificate of an authority: "
                        + certificate.getSubjectX500Principal());
            }
        }
        return new Trust(() -> all);
    }

    /**
     * Trusts every CA certificate in the PEM and DER files ({@code .pem, .crt, .cer, .der}) of a
     * folder, read again when the folder changes. A folder that is not there trusts nobody. A file
     * that cannot be read, and a certificate that is no authority's, is left out with a warning in
     * the log: that errs on the side of trusting less.
     */
    public static Trust folder(Path folder) {
        return new Trust(new Folder(folder));
    }

    /**
     * Trusts the authorities of one PEM or DER file, or of a {@link #folder}.
     *
     * @throws IOException              where the file cannot be read or is too large
     * @throws CertificateException     where it holds no certificates
     * @throws IllegalArgumentException where a certificate in the file is no authority's
     */
    public static Trust read(Path path) throws IOException, CertificateException {
        return Files.isDirectory(path) ? folder(path) : of(certificates(path));
    }

    /** The same authorities without those that call themselves a demonstration's. */
    public Trust withoutDemonstration() {
        return new Trust(() -> authorities.get().stream()
                .filter(authority -> !CertificateAuthority.isDemonstration(authority)).toList());
    }

    /** The authorities trusted now. */
    public List<X509Certificate> authorities() {
        return authorities.get();
    }

    /**
     * Judges a certificate as a signer's at an instant: path, validity, algorithms, key usage.
     * Enrolment asks this; verifying a signature asks it too.
     */
    public Validation check(X509Certificate signer, Instant at) {
        return check(signer, at, KeyUse.SIGNING);
    }

    /** The same of a certificate for that use: shares are encrypted to some, nothing signed. */
    public Validation check(X509Certificate certificate, Instant at, KeyUse use) {
        return CertificatePath.judge(certificate, List.of(), authorities(), at, use)
                .map(fault -> Validation.failed(fault.why(), certificate, null, fault.sentence()))
                .orElseGet(() ->
                        Validation.passed(certificate, null, "the certificate is trusted"));
    }

    static boolean isAuthority(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return certificate.getBasicConstraints() >= 0 && (usage == null || usage[5]);
    }

    /** Reads the folder again when a name, a size or a time in it is another. */
    private static final class Folder implements Supplier<List<X509Certificate>> {

        private record State(Map<Path, String> files, List<X509Certificate> authorities) {
        }

        private final Path folder;
        private volatile State state = new State(Map.of(), List.of());

        Folder(Path folder) {
            this.folder = folder;
        }

        @Override
        public List<X509Certificate> get() {
            Map<Path, String> files = files();
            State known = state;
            if (!known.files().equals(files)) {
                // Two threads may read at once; both come to the same.
                known = new State(files, read(files.keySet()));
                state = known;
            }
            return known.authorities();
        }

        private Map<Path, String> files() {
            if (!Files.isDirectory(folder)) {
                return Map.of();
            }
            Map<Path, String> found = new TreeMap<>();
            try (Stream<Path> entries = Files.list(folder)) {
                for (Path file : (Iterable<Path>) entries::iterator) {
                    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                    if (ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))
                            && Files.isRegularFile(file)) {
                        found.put(file,
                                Files.getLastModifiedTime(file) + " " + Files.size(file));
                    }
                }
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "the folder of trusted authorities "
                        + folder + " cannot be read: nobody is trusted", e);
                return Map.of();
            }
            return found;
        }

        private static List<X509Certificate> read(Set<Path> files) {
            List<X509Certificate> authorities = new ArrayList<>();
            for (Path file : files) {
                try {
                    for (X509Certificate certificate : certificates(file)) {
                        if (isAuthority(certificate)) {
                            authorities.add(certificate);
                        } else {
                            LOG.log(System.Logger.Level.WARNING,
                                    file + " holds a certificate that is no authority's");
                        }
                    }
                } catch (IOException | CertificateException e) {
                    LOG.log(System.Logger.Level.WARNING,
                            file + " holds no certificates that can be read: left out ("
                                    + e.getMessage() + ")");
                }
            }
            return List.copyOf(authorities);
        }
    }

    /** The certificates of one PEM or DER file. */
    static List<X509Certificate> certificates(Path file) throws IOException, CertificateException {
        if (Files.size(file) > MAXIMUM_FILE_BYTES) {
            throw new IOException("larger than " + MAXIMUM_FILE_BYTES + " bytes");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast).toList();
        }
    }
}
