package org.subhasta.parties;

/**
 * A secret for an authenticator app, to be proven with its first code.
 *
 * @param secret as people type it (RFC 4648 base 32)
 * @param uri    as apps read it from a QR code ({@code otpauth://totp/…})
 */
public record OfferedAuthenticator(String id, String secret, String uri) {

    @Override
    public String toString() {
        return "OfferedAuthenticator " + id;
    }
}
