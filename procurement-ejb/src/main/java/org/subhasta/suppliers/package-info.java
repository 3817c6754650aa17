/**
 * The public directory of suppliers, what each of them tells of itself, and what registers say of
 * them.
 *
 * <p><b>Terms.</b> An <i>entry</i> is a supplier in the directory; a <i>profile</i> is what the
 * supplier adds to its registration; a <i>fact</i> is what a register answered at an instant.
 *
 * <p><b>Invariants.</b>
 * <ul>
 *   <li>S1. The directory shows approved suppliers, all of them, with or without a profile; a trigger
 *       makes the entry follow the registration.
 *   <li>S2. A profile is changed by whoever has the duty {@code ADMINISTER}, the bank account by
 *       whoever has {@code FINANCE}; both is journaled, the account's number never.
 *   <li>S3. The bank account is read by people of the supplier with one of these duties, and by
 *       nobody else; it stands in a table of its own.
 *   <li>S4. Facts are added and never changed. A register that does not answer keeps nobody from
 *       deciding.
 * </ul>
 */
package org.subhasta.suppliers;
