package org.subhasta.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.Accuracy;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;

/**
 * A time-stamp authority of our own (RFC 3161, with the signing certificate v2 of RFC 5816), for
 * the default run: no qualified one, but anybody can check its tokens with any tool. Safe for many
 * threads. Serial numbers are random, 127 bits, so that none needs remembering over a restart.
 */
public final class TimeStampAuthority implements TimeStamps {

    /** The policy it stamps under: an identifier made from a random UUID (ITU-T X.667). */
    public static final String POLICY = "2.25.226169809762492522154187242662151332590";

    /** A request has about 60 bytes. */
    public static final int MAXIMUM_REQUEST_BYTES = 4 * 1024;

    private static final Map<ASN1ObjectIdentifier, Integer> DIGEST_BYTES = Map.of(
            NISTObjectIdentifiers.id_sha256, 32,
            NISTObjectIdentifiers.id_sha384, 48,
            NISTObjectIdentifiers.id_sha512, 64);

    private static final AlgorithmIdentifier SHA_256 =
            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SigningKey key;
    private final InstantSource clock;

    /**
     * Stamps with a key.
     *
     * @param clock the time stamped, told to be right within a second
     * @throws IllegalArgumentException where its certificate is not for time-stamping alone
     */
    public TimeStampAuthority(SigningKey key, InstantSource clock) {
        Purpose.TIME_STAMPING.problem(key.certificate()).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        this.key = key;
        this.clock = clock;
    }

    /** The certificate it stamps with. */
    public X509Certificate certificate() {
        return key.certificate();
    }

    @Override
    public TimeStamp stamp(byte[] sha256) throws TimeStampUnavailable {
        if (sha256.length != 32) {
            throw new IllegalArgumentException("no SHA-256 digest");
        }
        Instant time = now();
        // RFC 3161, section 2.3 and everybody's common sense: not before or after one's own term.
        if (time.isBefore(certificate().getNotBefore().toInstant())
                || time.isAfter(certificate().getNotAfter().toInstant())) {
            throw new TimeStampUnavailable(TimeStampUnavailable.Reason.REFUSED,
                    "the certificate of the platform's time-stamps is not valid at " + time);
        }
        BigInteger serial = serial();
        byte[] token = token(new MessageImprint(SHA_256, sha256), serial, null, true, time);
        return new TimeStamp(token, time, serial, POLICY, certificate(), key.chain());
    }

    /** Its own certificates and, with room to spare, what is said beside them. */
    @Override
    public int tokenRoom() {
        return 2 * 1024 + key.chainBytes();
    }

    /**
     * Answers a request as any client may send it.
     *
     * @param request a TimeStampReq in DER (RFC 3161, section 2.4.1)
     * @return a TimeStampResp in DER (section 2.4.2): the token, or why there is none
     */
    public byte[] answer(byte[] request) {
        if (Der.problem(request, MAXIMUM_REQUEST_BYTES).isPresent()) {
            return refusal(PKIFailureInfo.badDataFormat, "no time-stamp request in DER");
        }
        TimeStampReq asked;
        try {
            asked = TimeStampReq.getInstance(request);
            Optional<byte[]> refusal = refusal(asked);
            if (refusal.isPresent()) {
                return refusal.get();
            }
        } catch (RuntimeException e) {
            // The parsing library tells malformed input by half a dozen unchecked exceptions.
            return refusal(PKIFailureInfo.badDataFormat, "no time-stamp request");
        }
        Instant time = now();
        if (time.isAfter(certificate().getNotAfter().toInstant())) {
            return refusal(PKIFailureInfo.systemFailure, "the authority's certificate has ended");
        }
        boolean certificates = asked.getCertReq() != null && asked.getCertReq().isTrue();
        byte[] token = token(asked.getMessageImprint(), serial(), asked.getNonce(), certificates,
                time);
        return encoded(new TimeStampResp(
                new PKIStatusInfo(PKIStatus.granted), ContentInfo.getInstance(token)));
    }

    private static Optional<byte[]> refusal(TimeStampReq asked) {
        MessageImprint imprint = asked.getMessageImprint();
        Integer bytes = DIGEST_BYTES.get(imprint.getHashAlgorithm().getAlgorithm());
        if (asked.getVersion().intValueExact() != 1) {
            return Optional.of(refusal(PKIFailureInfo.badRequest, "not version 1"));
        }
        if (bytes == null || Scheme.digest(imprint.getHashAlgorithm()).isEmpty()) {
            return Optional.of(refusal(PKIFailureInfo.badAlg, "SHA-256, SHA-384 or SHA-512 only"));
        }
        if (imprint.getHashedMessage().length != bytes) {
            return Optional.of(
                    refusal(PKIFailureInfo.badDataFormat, "a digest of another length"));
        }
        if (asked.getReqPolicy() != null && !POLICY.equals(asked.getReqPolicy().getId())) {
            return Optional.of(refusal(PKIFailureInfo.unacceptedPolicy, "another policy"));
        }
        if (asked.getExtensions() != null) {
            return Optional.of(refusal(PKIFailureInfo.unacceptedExtension, "no extensions"));
        }
        return Optional.empty();
    }

    private static byte[] refusal(int failure, String sentence) {
        return encoded(new TimeStampResp(new PKIStatusInfo(PKIStatus.rejection,
                new PKIFreeText(new DERUTF8String(sentence)), new PKIFailureInfo(failure)), null));
    }

    private byte[] token(MessageImprint imprint, BigInteger serial, ASN1Integer nonce,
            boolean certificates, Instant time) {
        X500Name name = X500Name.getInstance(
                certificate().getSubjectX500Principal().getEncoded());
        TSTInfo info = new TSTInfo(new ASN1ObjectIdentifier(POLICY), imprint,
                new ASN1Integer(serial), new ASN1GeneralizedTime(Date.from(time)),
                new Accuracy(new ASN1Integer(1), null, null), ASN1Boolean.FALSE, nonce,
                new GeneralName(name), null);
        return CadesSigner.attach(PKCSObjectIdentifiers.id_ct_TSTInfo, encoded(info), key,
                certificates ? key.chain() : List.of());
    }

    /** By the second, which is as right as it claims to be. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static BigInteger serial() {
        return new BigInteger(127, RANDOM).setBit(120);
    }

    private static byte[] encoded(ASN1Object object) {
        try {
            return object.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
    }
}
