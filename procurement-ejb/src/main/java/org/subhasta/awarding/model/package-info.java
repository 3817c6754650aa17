/**
 * How a lot is decided, as pure rules: no server, no database, so that anybody can recompute an
 * award from what was published.
 *
 * <p>Terms: a {@link org.subhasta.awarding.model.PricedBid} is a bid that was opened;
 * {@link org.subhasta.awarding.model.LotRanking} puts the bids for one lot in the order of their
 * prices; a {@link org.subhasta.awarding.model.Choice} is what the officer proposes for a lot; a
 * {@link org.subhasta.awarding.model.Decision} is what became of every lot of the tender at once; a
 * {@link org.subhasta.awarding.model.LotAuction} is the reverse auction that followed the opening
 * of a lot's bids.
 *
 * <p>Invariants:
 * <ul>
 * <li><b>W1</b> The rank of a bid is one more than the number of lower prices for that lot among
 *     bids that are not disqualified. Equal prices have equal ranks: neither the time of receipt
 *     nor the order of anything else breaks a tie. The officer does, with a reason.</li>
 * <li><b>W2</b> Only a bid of rank 1 can be awarded a lot.</li>
 * <li><b>W3</b> A disqualification, a choice among ties and a lot left without award each have a
 *     reason in words.</li>
 * <li><b>W4</b> A decision covers all lots of the tender; a lot nobody bid for, or whose bids are
 *     all disqualified, is unsuccessful without anybody choosing so.</li>
 * <li><b>W5</b> Nothing here depends on the order in which bids or disqualifications are
 * given.</li>
 * <li><b>W6</b> Where somebody won a reverse auction that followed the opening of a lot's bids, the
 *     lot's ranking and prices are those of its end: a bid that is disqualified afterwards leaves
 *     its place to the next, and the prices of the others stay. Nothing is decided about a lot
 *     while its auction has still to end.</li>
 * </ul>
 */
package org.subhasta.awarding.model;
