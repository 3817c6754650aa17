/**
 * Auctions: one engine for every format and both directions. Pure: the same classes run live
 * auctions, {@code ./subhasta simulate}, and a verifier without a server.
 *
 * <p><b>Terms.</b> {@link org.subhasta.auction.model.Terms} are published before an auction opens and
 * never changed. They hold a list of <i>phases</i>, each one
 * {@linkplain org.subhasta.auction.model.Mechanism mechanism} with its own terms; formats people know
 * are such lists ({@link org.subhasta.auction.model.NamedFormat}). An
 * {@linkplain org.subhasta.auction.model.Act act} is what somebody wants done, an
 * {@linkplain org.subhasta.auction.model.Answer answer} what comes of it, a
 * {@linkplain org.subhasta.auction.model.Fact fact} what happened, by an act or by time. A
 * participant's <i>standing bid</i> is the best so far; the <i>leading bid</i> the best of all. A
 * <i>ranking price</i> is a price as the scoring ranks it.
 *
 * <pre>
 *  waiting ──opening──▶ running ──end of the phase──▶ between phases ──▶ running … ──▶ ended
 *     │                                                                                  ▲
 *     └──── too few admitted · cancelled · clock not taken · first price not confirmed ──┘
 *
 *  paused is no stage: it stops the time of whichever stage there is. Resuming moves everything
 *  that was still to come by the length of the pause.
 * </pre>
 *
 * <p>What flows from each phase to the next: standing bids with their sequence, who is still in, and
 * the price at which a clock was taken. What does not: limits of automatic bids, turns, offers not
 * yet revealed (there are none when a phase has ended).
 *
 * <p><b>Invariants</b>, each with its test:
 * <ul>
 *   <li>A1. A state is a function of terms, acts and the instants at which they were judged: no
 *       clock, no chance, no order of a hash table. Else nobody could recompute an outcome.
 *   <li>A2. The leading price only improves and no standing bid gets worse, annulments and
 *       exclusions apart: what was bid binds.
 *   <li>A3. Equal ranking prices are ordered by the sequence of acceptance, everywhere: there is one
 *       total order, on the screen and in the award.
 *   <li>A4. Prices are compared as exact fractions. Steps are least improvements: the price that
 *       satisfies one is rounded away from what it improves on, never towards it.
 *   <li>A5. Periods are half-open: a bid at the closing instant is late, one at the first instant of
 *       a soft close's window is inside.
 *   <li>A6. Time alone changes things exactly at the instant at which they were due, however late it
 *       is noticed: so a slow timer changes no outcome.
 *   <li>A7. A time without a server is judged before any time past its beginning, and given back.
 *   <li>A8. After the end nothing changes.
 *   <li>A9. Of several refusals the first of
 *       {@link org.subhasta.auction.model.AuctionRefusal} is told. The best possible next bid and
 *       the refusals come from the same bounds: what is said to be possible is accepted, and a unit
 *       worse is refused.
 *   <li>A10. An act is judged once: its exact repeat gets the first answer again.
 *   <li>A11. What an audience is shown, and counted, depends on nothing it may not see: two
 *       histories that differ only in hidden acts look the same to it.
 *   <li>A12. What stands is a fold over the bids that count, so an annulled bid leaves no trace in
 *       it. Phases that are over stay over: who left has left, and a clock that was taken does not
 *       run again.
 * </ul>
 *
 * <p><b>Decided here</b> where the rules left it open:
 * <ul>
 *   <li>Automatic bids turn every bid of their phase into a limit, one by hand too: it stands as far
 *       as the best rival makes it.
 *   <li>A clock comes first: its range knows nothing of bids before it. After an elimination the
 *       price last confirmed limits what follows, as a clock's price does.
 *   <li>An elimination ranks by price alone, since its last one in has to win.
 *   <li>The public is shown no more than the participants, who can read the public page.
 *   <li>A best offer is made once; annulled it was not made. In a turn and in a sealed phase an
 *       annulled bid is not replaced by the one it had replaced.
 *   <li>Where nobody is left in, no further phase begins.
 * </ul>
 */
package org.subhasta.auction.model;
