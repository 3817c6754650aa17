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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.subhasta.signing.Judgement.Fault;

/**
 * The certification authorities that are trusted, for signatures and for time-stamps, and the
 * judgement of signers' certificates against them: a path after RFC 5280, section 6, valid at the
 * instant that counts, in accepted algorithms, to a certificate meant for the purpose, none of it
 * revoked as far as the {@link Revocation} policy demands. Immutable; safe for many threads.
 */
public final class Trust {

    private static final System.Logger LOG = System.getLogger(Trust.class.getName());
    private static final Set<String> ENDINGS = Set.of("pem", "crt", "cer", "der");
    private static final int MAXIMUM_FILE_BYTES = 1024 * 1024;

    /** RFC 3161, section 4: with these the authority's key was not in wrong hands. */
    private static final Set<String> HARMLESS_FOR_EARLIER_STAMPS =
            Set.of("unspecified", "affiliationChanged", "superseded", "cessationOfOperation");

    private final Supplier<List<X509Certificate>> authorities;
    private final Supplier<List<X509Certificate>> timeStampAuthorities;
    private final Revocation revocation;
    private final PathCache signers = new PathCache();
    private final PathCache timeStampers = new PathCache();

    private Trust(Supplier<List<X509Certificate>> authorities,
            Supplier<List<X509Certificate>> timeStampAuthorities, Revocation revocation) {
        this.authorities = authorities;
        this.timeStampAuthorities = timeStampAuthorities;
        this.revocation = revocation;
    }

    /**
     * Trusts these authorities and no others, for signatures and for time-stamps. Revocation is not
     * looked up, which results say.
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
        return new Trust(() -> all, () -> all,
                Revocation.of(Revocation.Policy.AT_HAND, List.of()));
    }

    /**
     * Trusts every CA certificate in the PEM and DER files ({@code .pem, .crt, .cer, .der}) of a
     * folder, and for time-stamps also those in its folder {@code time-stamps}; heeds the
     * revocation lists ({@code .crl}) in both. Read again when a folder changes. A folder that is
     * not there trusts nobody. A file that cannot be read, and a certificate that is no
     * authority's, is left out with a warning in the log: that errs on the side of trusting less.
     */
    public static Trust folder(Path folder) {
        Supplier<List<X509Certificate>> signers =
                new WatchedFolder<>(folder, ENDINGS, Trust::authorities);
        Supplier<List<X509Certificate>> stampers =
                new WatchedFolder<>(folder.resolve("time-stamps"), ENDINGS, Trust::authorities);
        return new Trust(signers, () -> both(signers.get(), stampers.get()),
                Revocation.of(Revocation.Policy.AT_HAND, List.of(new RevocationFolder(folder),
                        new RevocationFolder(folder.resolve("time-stamps")))));
    }

    /** The same, where time-stamps of another's authorities count too. */
    public Trust alsoForTimeStamps(Trust other) {
        return new Trust(authorities, () -> both(timeStampAuthorities.get(),
                other.timeStampAuthorities.get()), revocation);
    }

    /** The same, where what the other trusts is trusted too, for signatures and for time-stamps. */
    public Trust also(Trust other) {
        return new Trust(() -> both(authorities.get(), other.authorities.get()),
                () -> both(timeStampAuthorities.get(), other.timeStampAuthorities.get()),
                revocation);
    }

    /** The same with further sources of revocation, and a policy for what they do not tell. */
    public Trust with(Revocation further) {
        return new Trust(authorities, timeStampAuthorities, revocation.and(further));
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
        return new Trust(() -> withoutDemonstration(authorities.get()),
                () -> withoutDemonstration(timeStampAuthorities.get()), revocation);
    }

    /** The authorities trusted now to have issued the certificates of signers. */
    public List<X509Certificate> authorities() {
        return authorities.get();
    }

    /** The authorities trusted now to have issued those of who stamps the time. */
    public List<X509Certificate> timeStampAuthorities() {
        return timeStampAuthorities.get();
    }

    /**
     * Judges a certificate as a signer's at an instant: path, validity, algorithms, key usage,
     * revocation. Enrolment asks this; verifying a signature asks it too.
     */
    public Validation check(X509Certificate signer, Instant at) {
        return check(signer, at, KeyUse.SIGNING);
    }

    /** The same of a certificate for that use: shares are encrypted to some, nothing signed. */
    public Validation check(X509Certificate certificate, Instant at, KeyUse use) {
        Purpose purpose = switch (use) {
            case SIGNING -> Purpose.SIGNING;
            case ENCRYPTION -> Purpose.ENCRYPTION;
        };
        return judge(purpose, certificate, List.of(), at)
                .of(certificate, "the certificate is trusted");
    }

    /** @param supplied further certificates that may lie on the way; they are never its end */
    Judgement judge(Purpose purpose, X509Certificate signer, List<X509Certificate> supplied,
            Instant at) {
        boolean stamping = purpose == Purpose.TIME_STAMPING;
        List<X509Certificate> anchors = (stamping ? timeStampAuthorities : authorities).get();
        PathCache cache = stamping ? timeStampers : signers;
        PathCache.Key key = new PathCache.Key(purpose, signer, supplied);
        CertificatePath known = cache.find(key, anchors);
        if (known != null && known.isWithinPeriods(at)) {
            Judgement judgement = unrevoked(known, purpose, at);
            if (judgement.fault().isEmpty()) {
                return judgement;
            }
        }
        Judgement worst = Judgement.against(new Fault(SubIndication.NO_CERTIFICATE_CHAIN_FOUND,
                "no path leads from the signer's certificate to a trusted authority"));
        for (CertificatePath path : CertificatePath.candidates(signer, supplied, anchors)) {
            Judgement judgement = path.judge(purpose, at).map(Judgement::against)
                    .orElseGet(() -> unrevoked(path, purpose, at));
            if (judgement.fault().isEmpty()) {
                cache.remember(key, path, anchors);
                return judgement;
            }
            // A path that is only named like a trusted one says less than one that is signed so.
            if (worst.fault().orElseThrow().why() == SubIndication.NO_CERTIFICATE_CHAIN_FOUND) {
                worst = judgement;
            }
        }
        return worst;
    }

    /** ETSI EN 319 102-1, clause 5.2.6.4: from the signer's certificate upwards. */
    private Judgement unrevoked(CertificatePath path, Purpose purpose, Instant at) {
        List<RevocationStatus> found = new ArrayList<>();
        Optional<Fault> fault = Optional.empty();
        for (int i = 0; i < path.certificates().size() && fault.isEmpty(); i++) {
            X509Certificate certificate = path.certificates().get(i);
            RevocationStatus status = revocation.lookUp(certificate, path.issuerOf(i), at);
            found.add(status);
            fault = switch (status) {
                case RevocationStatus.Good good -> Optional.empty();
                case RevocationStatus.NotPublished none -> Optional.empty();
                case RevocationStatus.Unknown unknown ->
                        Fault.of(unknown.why(), unknown.sentence());
                case RevocationStatus.NotLookedUp none ->
                        revocation.passesUnasked(certificate) ? Optional.empty()
                                : Fault.of(SubIndication.TRY_LATER, "nothing at hand tells "
                                        + "whether the certificate was revoked");
                case RevocationStatus.Revoked revoked -> fault(revoked, purpose, i == 0, at);
            };
        }
        return new Judgement(fault, path.certificates(), Optional.of(path.anchor()), found);
    }

    private static Optional<Fault> fault(RevocationStatus.Revoked revoked, Purpose purpose,
            boolean signer, Instant at) {
        boolean stampsStand = HARMLESS_FOR_EARLIER_STAMPS.contains(revoked.reason());
        if (revoked.since().isAfter(at) && (purpose != Purpose.TIME_STAMPING || stampsStand)) {
            return Optional.empty();
        }
        String sentence = " was revoked on " + revoked.since() + " (" + revoked.reason() + ")";
        return signer ? Fault.of(SubIndication.REVOKED, "the certificate" + sentence)
                : Fault.of(SubIndication.REVOKED_CA_NO_POE,
                        "the certificate of an authority on the path" + sentence);
    }

    private static List<X509Certificate> withoutDemonstration(List<X509Certificate> all) {
        return all.stream()
                .filter(authority -> !CertificateAuthority.isDemonstration(authority)).toList();
    }

    private static List<X509Certificate> both(List<X509Certificate> some,
            List<X509Certificate> others) {
        if (others.isEmpty()) {
            return some;
        }
        Set<X509Certificate> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    static boolean isAuthority(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return certificate.getBasicConstraints() >= 0 && (usage == null || usage[5]);
    }

    private static List<X509Certificate> authorities(Path file) throws IOException {
        try {
            List<X509Certificate> authorities = new ArrayList<>();
            for (X509Certificate certificate : certificates(file)) {
                if (isAuthority(certificate)) {
                    authorities.add(certificate);
                } else {
                    LOG.log(System.Logger.Level.WARNING,
                            file + " holds a certificate that is no authority's");
                }
            }
            return authorities;
        } catch (CertificateException e) {
            throw new IOException(e.getMessage(), e);
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
