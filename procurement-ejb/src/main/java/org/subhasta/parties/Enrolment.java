package org.subhasta.parties;

/**
 * A certificate somebody wants to sign with.
 *
 * @param certificate one X.509 certificate, DER or PEM; never a private key
 * @param statement   the statement of {@link Certificates#statement()} that was signed; {@code ""}
 *                    where possession of the key is not proved
 * @param signature   detached CMS over the statement's UTF-8 bytes; empty without a statement
 */
public record Enrolment(byte[] certificate, String statement, byte[] signature) {

    /** Without proof of possession: an officer then checks by other means. */
    public static Enrolment of(byte[] certificate) {
        return new Enrolment(certificate, "", new byte[0]);
    }

    boolean claimsPossession() {
        return !statement.isEmpty();
    }
}
