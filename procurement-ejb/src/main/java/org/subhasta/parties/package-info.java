/**
 * Who takes part: contracting authorities and suppliers, their people, what each may do, and the
 * certificates with which people sign for them.
 *
 * <p><b>Terms.</b> An <i>organisation</i> is an {@code AUTHORITY} or a {@code SUPPLIER}, identified
 * by a register and its number there. A <i>person</i> acts for one organisation, or for the
 * platform itself, and has <i>roles</i>. A <i>certificate</i> binds a key to a person and an
 * organisation once an officer approved it; its key is for signatures or, an <i>opener's</i>, for
 * the shares of sealed bids. A <i>request</i> is for a certificate of a key that its holder made, in
 * a browser for one, and that the platform's own enrolment authority certifies. A <i>token</i> lets a program act as its owner over the
 * REST interface. An <i>invitation</i> is a link that works once.
 *
 * <pre>
 * organisation: registered --approve--> approved
 *               registered --return---> returned --register again--> registered
 * request:      enrolled --approve--> approved, and its certificate is approved with it
              enrolled --refuse---> refused        (enrolled may be withdrawn as well)
certificate:  enrolled --approve--> approved --withdraw--> withdrawn
 *               enrolled --refuse---> refused        (enrolled may be withdrawn as well)
 * </pre>
 *
 * <p><b>Invariants.</b>
 * <ul>
 * <li>P1: an e-mail address signs in one person, whatever its case.
 * <li>P2: at most one approved organisation per entry of a register. Several may be waiting, so
 *     that nobody can block another by registering first under a foreign number; the officer is
 *     told of the others.
 * <li>P3: a certificate is approved for at most one person at a time.
 * <li>P4: of passwords, tokens and links the database holds only hashes; tokens and links are
 *     random (256 bits), so a plain SHA-256 is enough for them, passwords are bcrypt.
 * <li>P5: the first administrator comes of a link printed at the first start, which works once,
 *     and never when there is an administrator.
 * <li>P6: demonstration accounts, whose passwords are public, exist only where the system was
 *     started as a demonstration and work only from the machine itself.
 * <li>P7: a key is certified once, with the names on record, and nobody approves the own
 *     certificate.
 * <li>P8: nobody who bids is an opener.
 * <li>P9: a number that its register's rules exclude is never kept, and one that they admit in one
 *     form only.
 * </ul>
 *
 * <p>Every change is journaled under {@code organisation/ID}; those of people who belong to the
 * platform itself under {@code platform}.
 *
 * <p>{@link org.subhasta.parties.Callers} tells any use case who called it.
 */
package org.subhasta.parties;
