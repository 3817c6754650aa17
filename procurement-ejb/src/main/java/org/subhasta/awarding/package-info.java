/**
 * Evaluation and award: bids ranked by price, lot by lot, what the officer decides about them, and
 * the published award that cannot change any more.
 *
 * <p>Terms: an <em>evaluation</em> is everything said about the opened bids of a tender while it is
 * not decided; a <em>disqualification</em> takes a bid, or its part for one lot, out of the ranking
 * and may be taken back (the bid is <em>reinstated</em>); a <em>choice</em> is a proposal for a lot
 * and is kept as typed until the decision; an <em>award</em> is the decision on all lots of a tender
 * at once, published with its notice in the same transaction. Awards of other platforms, imported
 * with their processes, are <em>recorded</em>: public, read-only, never decided here.
 *
 * <pre>
 *   before the box-closed act ──closing──▶ evaluation open ──decide──▶ awarded (for ever)
 *     nothing is readable                    disqualify, reinstate,
 *                                            choose: any number of times
 * </pre>
 *
 * <p>Invariants, besides those of {@link org.subhasta.awarding.model}:
 * <ul>
 * <li><b>A1</b> Nothing about bids can be read or done here before the act {@code box-closed}.</li>
 * <li><b>A2</b> Only officers of the procuring organisation evaluate; to all others the evaluation
 *     is not found.</li>
 * <li><b>A3</b> Every change names the version it was made upon. Where somebody else changed the
 *     evaluation meanwhile, it is refused and says who and when: nobody's decision is lost
 *     unseen.</li>
 * <li><b>A4</b> An award is written once, whole, with the hash of its notice: the database refuses
 *     to change or delete it. Without the notice there is no award.</li>
 * <li><b>A5</b> Each disqualification, reinstatement, decision and publication is journaled under
 *     the tender's subject in the transaction of its effect.</li>
 * </ul>
 *
 * <p>The notice itself is made by a capability above this one ({@code publication}) through the
 * port {@link org.subhasta.awarding.AwardNotice}: awarding must not know of PDF, and an award must
 * not be committed without its notice.
 */
package org.subhasta.awarding;
