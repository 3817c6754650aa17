/**
 * Mail that the platform writes: confirmations, notices and reminders.
 *
 * <p><b>Terms.</b> A <i>letter</i> is plain text to one address. The <i>outbox</i> holds letters from
 * the transaction that wrote them until a <i>carrier</i> took them: an SMTP server, or a folder.
 *
 * <p><b>Invariants.</b>
 * <ul>
 * <li>C1: a letter is written in the transaction of the act it tells of. What is rolled back sends
 *     nothing; what is committed is sent, or given up, whatever crashes.
 * <li>C2: sending never keeps an act from being done, nor waits inside one.
 * <li>C3: links in letters are secrets. A letter is in the database until it is delivered or given
 *     up and no longer, and never in a log.
 * <li>C4: nothing that people typed becomes a header of its own.
 * <li>C5: a letter for an occasion is written once.
 * </ul>
 *
 * <p>A crash between delivery and the note of it delivers twice, with one Message-ID.
 */
package org.subhasta.correspondence;
