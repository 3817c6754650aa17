/**
 * Sealed bids: submit, replace, withdraw, close, open.
 *
 * <p><b>Terms.</b> A <i>box</i> takes the bids for one tender and bears its id. Its <i>terms</i>
 * are given by whoever opens it; this capability knows no tender and no law. A <i>statement</i> is
 * what a bidder signs; an <i>answer</i> is what the platform makes of it, and a <i>receipt</i> is
 * the signed proof of the answer. A bidder's <i>standing bid</i> is the last one accepted and
 * neither replaced nor withdrawn.
 *
 * <p>A bid is sealed where it is written, to the members of the box's <i>opening committee</i>;
 * each <i>opener</i> releases the own shares of all bids in one <i>act</i>. The life of a box is
 * drawn at {@link org.subhasta.bidding.model.BoxState}; one given up before its closing stays
 * sealed for ever.
 *
 * <p><b>Invariants.</b>
 * <ul>
 *   <li>B1. Before the act {@code box-closed} nobody reads a bid of others, and nothing tells how
 *       many there are: counts are not reported, and acts on an open box are concealed in the
 *       journal among covers, whose instants have nothing to do with them
 *       ({@link org.subhasta.bidding.model.CoverPlan}).
 *   <li>B2. A bid is accepted only before its box's closing instant (half-open: a bid at the
 *       instant itself is late), or, announced before it, within the grace after it. The order
 *       is: lock the box, read the clock, judge.
 *   <li>B3. At most one standing bid per bidder and box. Replacing and withdrawing are new
 *       statements that name the standing one.
 *   <li>B4. One id, one effect: the same statement sent again gets its first receipt.
 *   <li>B5. Signed bytes are stored exactly as received and never changed: the application's
 *       database role may insert bids, answers and moves of closings, and may not update or delete.
 *   <li>B6. Every answer from the check of the signature on is journaled and receipted, refusals
 *       too, in the transaction of its effect.
 *   <li>B7. No box closes while an outage is not yet judged: closing needs a heartbeat younger than
 *       {@link org.subhasta.bidding.model.OutageRule#GRACE}, read under the box's lock. A jump of
 *       the host's clock forward looks like an outage and moves closings likewise: intended.
 *   <li>B8. The server has no key to a bid before enough openers released their shares after the
 *       closing act, and none to a price before the technical evaluation is signed.
 *   <li>B9. What comes of opening a bid does not depend on which openers acted.
 * </ul>
 *
 * <p>What the rules are stands in {@link org.subhasta.bidding.model}, without database or server.
 */
package org.subhasta.bidding;
