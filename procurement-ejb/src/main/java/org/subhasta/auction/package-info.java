/**
 * Auctions, descending and ascending. The rules are in {@link org.subhasta.auction.model}, the
 * files that terms and acts are written in {@link org.subhasta.auction.format};
 * {@link org.subhasta.auction.Simulate} runs the rules over such files without a server. What is
 * here runs them live.
 *
 * <p>This capability knows no tender and no law: whoever sells or buys gives it terms and takes its
 * result.
 *
 * <pre>
 *  draft ──published──▶ auction: terms, for ever          one row of each lot: how many acts
 *                          │                                       │ locked while judging
 *  bid ─▶ rate, format, admitted? ─▶ signature ─▶ lane of the lot ─▶ ledger ─▶ acts, journal
 *         turned away: signed answer  (no lock held)    all that wait, one commit ─▶ receipts
 * </pre>
 *
 * <p><b>Invariants.</b>
 * <ul>
 *   <li>L1. The row of a lot decides, not the lane and not what a server remembers: under its lock
 *       a state is used only where it has seen as many acts as the row counts; else it reads what it
 *       missed. So servers that were presumed dead write nothing from an old state.
 *   <li>L2. The acts as recorded, with the terms, are the auction: read again each comes to the
 *       answer that was recorded, or reading fails.
 *   <li>L3. Lock, then clock: PostgreSQL's, read once for each turn of judging, never before what
 *       is recorded already. Numbers, instants and the journal's sequence agree.
 *   <li>L4. Nobody is answered, and nobody is shown anything, before it is committed; what time
 *       brings is recorded before it is shown.
 *   <li>L5. Every act from the check of the signature on is recorded, journaled and receipted,
 *       refused or not. What is turned away before that has a signed answer and leaves no trace.
 *   <li>L6. Until a lot has ended the journal conceals its acts: their headers and their number
 *       within the lot; limits are in payloads, which stand behind salted hashes.
 *   <li>L7. An interruption is judged under the same lock before anything else is: by whoever comes
 *       first, a bid or the timer. A heartbeat is written only after all lots were looked at.
 *   <li>L8. Whoever floods a lot delays nobody else: bounded by rate and number, taken in turns.
 * </ul>
 */
package org.subhasta.auction;
