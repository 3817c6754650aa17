package org.subhasta.correspondence;

/**
 * What a letter is about. Its subject and text are {@code <KIND>.subject} and {@code <KIND>.text} in
 * {@code letters.properties}.
 */
public enum MailKind {

    /** Values: link. */
    CONFIRM_ADDRESS,
    /** Values: link, day until which it works. */
    INVITATION,
    /** Values: link. */
    NEW_PASSWORD,
    PASSWORD_CHANGED,
    /** Values: name of the app. */
    SECOND_FACTOR_ADDED,
    /** Values: name of the app. */
    SECOND_FACTOR_REMOVED,
    RECOVERY_CODE_USED,
    /** To officers. Values: name of the organisation, link. */
    REGISTRATION_WAITS,
    /** Values: name of the organisation, link. */
    REGISTRATION_APPROVED,
    /** Values: name of the organisation, reason, link. */
    REGISTRATION_RETURNED,
    /** Values: link. */
    CERTIFICATE_APPROVED,
    /** Values: reason, link. */
    CERTIFICATE_REFUSED,
    /** Values: days left at most, day it is over, link. */
    CERTIFICATE_EXPIRES,
    /** Values: name of the token, days left at most, day it is over, link. */
    TOKEN_EXPIRES
}
