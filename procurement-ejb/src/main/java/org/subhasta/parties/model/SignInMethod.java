package org.subhasta.parties.model;

/** With what somebody signs in. */
public enum SignInMethod {

    /** Known; not enough by itself where a second factor was set up. */
    PASSWORD(Assurance.LOW),
    /** A key in a device that asks its owner first (WebAuthn with user verification). */
    PASSKEY(Assurance.SUBSTANTIAL),
    /** The key of a certificate that an officer approved, and the password of its file. */
    CERTIFICATE(Assurance.SUBSTANTIAL),
    /** Another identity provider, which says itself how sure it is. */
    GATEWAY(Assurance.LOW);

    private final Assurance assurance;

    SignInMethod(Assurance assurance) {
        this.assurance = assurance;
    }

    /** The assurance that the method gives by itself. */
    public Assurance assurance() {
        return assurance;
    }
}
