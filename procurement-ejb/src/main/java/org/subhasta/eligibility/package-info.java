/**
 * Which suppliers may not take part, and which an authority has found fit for a kind of contract.
 *
 * <p><b>Terms.</b> An <i>exclusion</i> keeps a supplier from new acts for a time, on a ground of
 * Directive 2014/24/EU, article 57: with the authority that recorded it, or on the whole platform.
 * A <i>qualified list</i> names suppliers that an authority examined beforehand; a <i>listing</i> is
 * one supplier's time on it.
 *
 * <pre>
 * exclusion: (authority) ------------------> recorded --lift--> lifted
 *            (platform) waiting --confirm--> recorded
 *                       waiting --decline--> declined
 * </pre>
 *
 * <p><b>Invariants.</b>
 * <ul>
 * <li>X1: one is in force at every instant of [from, until) from its record on until it is lifted,
 *     and at no other; nothing is switched by a timer.
 * <li>X2: one for the platform counts only after a second person has confirmed it.
 * <li>X3: no act admitted before the first instant is undone by it, and no sealed bid nor
 *     announcement of one is admitted at or after it: recording takes the supplier's lock alone,
 *     admitting those shares it, and each reads the clock under it. Auctions do not share the lock:
 *     whoever is excluded when an act comes in, or somebody enters, is turned away, but what came
 *     in before may still be judged after the first instant, and counts.
 * <li>X4: what waits or was declined is shown to nobody but its authority's officers and
 *     administrators.
 * </ul>
 *
 * <p>What is recorded is journaled under {@code organisation/SUPPLIER} with its public content; what
 * only waits under {@code organisation/AUTHORITY} with its identifier alone.
 */
package org.subhasta.eligibility;
