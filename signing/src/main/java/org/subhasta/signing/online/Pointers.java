package org.subhasta.signing.online;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** Where a certificate says that its revocation is published. */
final class Pointers {

    /** However many are named, no more are tried: each costs whoever waits. */
    private static final int MAXIMUM = 2;

    private Pointers() {
    }

    /** RFC 5280, section 4.2.2.1: the responders. */
    static List<URI> responders(X509Certificate certificate) {
        return extension(certificate, Extension.authorityInfoAccess.getId())
                .map(value -> addresses(Arrays.stream(AuthorityInformationAccess.getInstance(value)
                                .getAccessDescriptions())
                        .filter(each ->
                                each.getAccessMethod().equals(AccessDescription.id_ad_ocsp))
                        .map(AccessDescription::getAccessLocation)))
                .orElse(List.of());
    }

    /** RFC 5280, section 4.2.1.13: the lists. */
    static List<URI> lists(X509Certificate certificate) {
        return extension(certificate, Extension.cRLDistributionPoints.getId())
                .map(value -> addresses(Arrays.stream(
                                CRLDistPoint.getInstance(value).getDistributionPoints())
                        .filter(each -> each.getDistributionPoint() != null
                                && each.getDistributionPoint().getType()
                                        == DistributionPointName.FULL_NAME)
                        .flatMap(each -> Arrays.stream(GeneralNames.getInstance(
                                each.getDistributionPoint().getName()).getNames()))))
                .orElse(List.of());
    }

    private static Optional<byte[]> extension(X509Certificate certificate, String id) {
        return Optional.ofNullable(certificate.getExtensionValue(id))
                .map(value -> ASN1OctetString.getInstance(value).getOctets());
    }

    private static List<URI> addresses(Stream<GeneralName> names) {
        return names.filter(name -> name.getTagNo() == GeneralName.uniformResourceIdentifier)
                .flatMap(name -> address(name.getName().toString()).stream())
                .limit(MAXIMUM).toList();
    }

    /** Directories (ldap) and what is no address are passed over. */
    private static Optional<URI> address(String text) {
        try {
            URI address = URI.create(text);
            return Optional.of(address).filter(it -> it.getScheme() != null
                    && it.getScheme().toLowerCase(Locale.ROOT).startsWith("http")
                    && it.getHost() != null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
