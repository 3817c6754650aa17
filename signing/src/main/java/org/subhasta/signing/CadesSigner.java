package org.subhasta.signing;

import java.time.Instant;

/**
 * Signs content as detached CMS (RFC 5652) with the attributes of CAdES baseline B-B (ETSI EN
 * 319 122-1, clause 6): content type, message digest, signing certificate v2 (RFC 5035), algorithm
 * protection (RFC 6211) and signing time, which is a claim of the signer and proves nothing.
 *
 * <p>By the key: ECDSA P-256 with SHA-256, P-384 with SHA-384, RSA of 2048 bits and more as PKCS#1
 * v1.5 with SHA-256, Ed25519 with SHA-512 (RFC 8419). Other keys are refused.
 */
public final class CadesSigner {

    private CadesSigner() {
    }

    /**
     * Signs.
     *
     * @param claimedTime goes into the signature by the second
     * @return the signature alone, DER; the content is not in it
     * @throws IllegalArgumentException where the key is not of an accepted kind or size
     */
    public static byte[] sign(byte[] content, SigningKey key, Instant claimedTime) {
        throw new UnsupportedOperationException("not yet");
    }
}
