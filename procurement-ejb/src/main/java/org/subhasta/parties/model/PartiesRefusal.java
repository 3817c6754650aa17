package org.subhasta.parties.model;

import org.subhasta.kernel.Refusal;

/** Why something about parties is refused, the reason that goes first standing first. */
public enum PartiesRefusal implements Refusal.Code {

    // Of any thing asked for.
    /** No such thing, or somebody else's, which is the same answer. */
    PARTY_NOT_FOUND,
    /** The thing is not in the state this can be done in. {0}: its state. */
    PARTY_STATE,

    // Of what was typed.
    /** A required field is empty. */
    FIELD_REQUIRED,
    /** Longer than {0} characters. */
    FIELD_TOO_LONG,
    /** Control characters where plain text is meant. */
    FIELD_UNREADABLE,
    /** Characters that nobody sees, or that turn the direction of writing. */
    FIELD_HIDDEN,
    /** Letters of one script made to look like another's. {0}: the word. */
    NAME_MIXED,
    /** Not an ISO 3166-1 country code. */
    COUNTRY_UNKNOWN,
    /** Not a code of the org-id.guide list's form. */
    SCHEME_UNKNOWN,
    /** Not an identifier as registers give them. */
    IDENTIFIER_MALFORMED,
    /** Not in the form of this register's numbers. {0}: an example. */
    IDENTIFIER_FORM,
    /** The check digits do not go with the rest. {0}: an example. */
    IDENTIFIER_CHECK_DIGITS,
    /** Not an e-mail address. */
    EMAIL_MALFORMED,
    /** Not a time zone of the IANA database. */
    ZONE_UNKNOWN,
    /** Shorter than {0} characters. */
    PASSWORD_TOO_SHORT,
    /** Longer than {0} bytes in UTF-8: bcrypt would silently ignore the rest. */
    PASSWORD_TOO_LONG,
    /** One of those everybody tries first. */
    PASSWORD_TOO_COMMON,
    /** Contains the person's own name or e-mail address. */
    PASSWORD_TELLS_OWNER,
    /** Typed twice and not the same. */
    PASSWORDS_DIFFER,

    // Of registering.
    /** Somebody signs in with this e-mail address already. */
    EMAIL_TAKEN,
    /** The organisation is approved already: ask a colleague. */
    ORGANISATION_TAKEN,
    /** Nobody who administers the organisation has confirmed their e-mail address. */
    EMAIL_UNCONFIRMED,
    /** A mail was sent a moment ago, or many today. */
    MAIL_TOO_OFTEN,

    // Of signing in.
    /** Too many attempts; try again in {0} seconds. */
    SIGN_IN_TOO_OFTEN,
    /** More people sign in or register at this moment than can be looked after. */
    SIGN_IN_BUSY,
    /** No such address, no such password, or not from here: deliberately one answer. */
    SIGN_IN_REFUSED,
    /** Nobody waits for a second factor here any longer: sign in again. */
    SESSION_OVER,
    /** No code of any of the person's apps now, and no recovery code of theirs. */
    SECOND_FACTOR_WRONG,
    /** The code is right and has been used: each signs in once. */
    SECOND_FACTOR_USED,
    /** More than {0} apps. */
    SECOND_FACTORS_TOO_MANY,
    /** The last one is replaced, not removed. */
    SECOND_FACTOR_LAST,
    /** The act binds somebody, and the caller showed no second factor. */
    ASSURANCE_NEEDED,
    /** Within a supplier this is done by others: whoever has the duty {0}. */
    DUTY_NEEDED,
    /** Nobody would be left to say who does what. */
    LAST_ADMINISTRATOR,
    /** The current password is not right. */
    PASSWORD_WRONG,
    /** A one-time link that was never given out, has been used, or is over. */
    LINK_INVALID,
    /** Nobody signs in with this e-mail address. Told to administrators only. */
    EMAIL_UNKNOWN,
    /** A bidder's account: whoever had a link to it could read bids nobody may read yet. */
    LINK_OF_SUPPLIER,
    /** There is an administrator already. */
    ALREADY_SET_UP,
    /** Demonstration accounts exist in demonstration mode only. */
    NOT_A_DEMONSTRATION,

    // Of certificates.
    /** No X.509 certificate in DER or PEM, or more than one. */
    CERTIFICATE_UNREADABLE,
    /** A certification authority's own certificate. */
    CERTIFICATE_OF_AUTHORITY,
    /** Weaker than ECDSA P-256, RSA 2048 or Ed25519. */
    CERTIFICATE_WEAK_KEY,
    /** Its key usage allows no signatures. */
    CERTIFICATE_WRONG_USAGE,
    /** Over since {0}. */
    CERTIFICATE_EXPIRED,
    /** Not valid before {0}. */
    CERTIFICATE_NOT_YET_VALID,
    /** Not issued by an authority trusted here. */
    CERTIFICATE_UNTRUSTED,
    /** Its authority revoked it. */
    CERTIFICATE_REVOKED,
    /** Whether its authority revoked it could not be found out now. */
    CERTIFICATE_REVOCATION_UNKNOWN,
    /** Approved for another person. */
    CERTIFICATE_OF_ANOTHER,
    /** This person enrolled it already. */
    CERTIFICATE_ENROLLED_ALREADY,
    /** The signature given as proof of possession is not by this certificate's key. */
    POSSESSION_UNPROVEN,
    /** Shares of bids are encrypted to members of opening committees only. */
    ENCRYPTION_FOR_OPENERS,
    /** Nobody decides about the own certificate. */
    OWN_CERTIFICATE,

    // Of requests for certificates.
    /** No PKCS#10 request in DER. */
    REQUEST_UNREADABLE,
    /** The request is not signed by its key, or was made for somebody else or too long ago. */
    REQUEST_UNPROVEN,
    /** The key is not of a kind or size accepted for its use. */
    KEY_NOT_ACCEPTED,
    /** There is a request for this key, or a certificate. */
    KEY_KNOWN,
    /** The organisation is not approved yet, so nothing can be certified about it. */
    ORGANISATION_NOT_APPROVED,
    /** Of a supplier: whoever bids does not open. */
    OPENER_OF_SUPPLIER,

    // Of API tokens.
    /** More than {0} tokens in use. */
    TOKENS_TOO_MANY,
    /** Not between one day and {0} days. */
    TOKEN_LIFE,
    /** What the program called for needs the permission {0}, which its token does not have. */
    TOKEN_LACKS_PERMISSION,
    /** More calls with one token than may come; try again in {0} seconds. */
    TOKEN_TOO_OFTEN
}
