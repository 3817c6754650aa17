package org.subhasta.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An OCSP responder, made with the library's own types, in every state a real one can be in. */
final class Responder {

    /** Who signs, and with what beside. */
    private final SigningKey key;
    private final boolean comesAlong;
    Map<BigInteger, CertificateStatus> known = Map.of();
    boolean repeatsNonce = true;
    Instant from = Keys.NOW.minusSeconds(60);
    Instant until = Keys.NOW.plusSeconds(600);

    private Responder(SigningKey key, boolean comesAlong) {
        this.key = key;
        this.comesAlong = comesAlong;
    }

    static Responder authority() {
        return new Responder(Keys.AUTHORITY.key(), false);
    }

    static Responder delegate() {
        return delegate(Keys.AUTHORITY, KeyPurposeId.id_kp_OCSPSigning, true, Keys.ENDS);
    }

    static Responder delegate(CertificateAuthority by, KeyPurposeId purpose, boolean noCheck,
            Instant ends) {
        KeyPair pair = Keys.pair("P-256");
        Extension usage = CertificateAuthority.extension(
                Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
        Extension unchecked = CertificateAuthority.extension(
                OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
        X509Certificate certificate = by.certify(new CertificateAuthority.Issue(
                new X500Name("CN=Responder"), pair.getPublic(), Keys.BEGAN, ends,
                CertificateAuthority.SIGNING, false,
                noCheck ? List.of(usage, unchecked) : List.of(usage)));
        return new Responder(new SigningKey(pair.getPrivate(), List.of(certificate)), true);
    }

    Responder knows(SigningKey about, CertificateStatus status) {
        known = Map.of(about.certificate().getSerialNumber(), status);
        return this;
    }

    static CertificateStatus revoked(Instant since, int reason) {
        return new RevokedStatus(Date.from(since), reason);
    }

    byte[] answer(byte[] question) {
        try {
            OCSPReq request = new OCSPReq(question);
            BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(new RespID(
                    new JcaX509CertificateHolder(key.certificate()).getSubject()));
            for (Req one : request.getRequestList()) {
                CertificateStatus status = known.getOrDefault(
                        one.getCertID().getSerialNumber(), new UnknownStatus());
                // The library has no constant for good: it is null.
                builder.addResponse(one.getCertID(),
                        status == GOOD ? CertificateStatus.GOOD : status, Date.from(from),
                        until == null ? null : Date.from(until));
            }
            Extension nonce = request.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
            if (repeatsNonce && nonce != null) {
                builder.setResponseExtensions(new Extensions(nonce));
            }
            return new OCSPRespBuilder().build(OCSPRespBuilder.SUCCESSFUL, builder.build(
                    new JcaContentSignerBuilder("SHA256withECDSA")
                            .setProvider(BouncyCastle.PROVIDER).build(key.privateKey()),
                    comesAlong ? new JcaX509CertificateHolder[] {
                            new JcaX509CertificateHolder(key.certificate())} : null,
                    Date.from(from))).getEncoded();
        } catch (IOException | org.bouncycastle.cert.ocsp.OCSPException
                | org.bouncycastle.operator.OperatorCreationException
                | java.security.cert.CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }

    static final CertificateStatus GOOD = new CertificateStatus() {
    };
}
