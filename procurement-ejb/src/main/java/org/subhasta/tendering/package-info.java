/**
 * Invitations to tender: writing, publishing, cancelling, finding; and public records of tenders
 * taken over from other publishers.
 *
 * <p><b>Terms.</b> A <i>draft</i> is a tender being written, as typed. A <i>notice</i> is everything
 * published about a tender; an <i>imported</i> tender is somebody else's, compiled from its OCDS
 * releases.
 *
 * <p><b>Invariants.</b>
 * <ul>
 *   <li>T1. A draft is seen by officers of its own organisation only; to everybody else it is not
 *       found.
 *   <li>T2. Saving a draft never judges it; publishing judges all of it, and tells every problem at
 *       once.
 *   <li>T3. A notice is canonical JSON, stored once with its SHA-256 and never changed (the database
 *       has a trigger for it). What a page shows of a published tender comes from the notice; only
 *       the closing instant comes from the box, since the outage rule may move it.
 *   <li>T4. Publishing stores the notice, appends {@code tender-published} and opens the box in one
 *       transaction; cancelling appends {@code tender-cancelled} and abandons the box.
 *   <li>T5. Two officers who edit one draft at once: the second is told and nothing is lost, since
 *       each save names the version it began from.
 *   <li>T6. An imported tender takes no bids, ever. An officer may take it over as a draft.
 * </ul>
 *
 * <p>The states and who may step from which to which: {@link
 * org.subhasta.tendering.model.TenderState}.
 */
package org.subhasta.tendering;
