/**
 * Whom the platform itself trusts, and who stamps the time for it: one answer for all capabilities
 * that judge signatures or make them. It knows none of them.
 *
 * <ul>
 * <li>T1. A certificate counts where an authority in the data folder's {@code trust/} stands behind
 *     it and its authority does not say that it was revoked. Where the authority says where to ask
 *     and nobody answers, that is unknown, and unknown does not pass.</li>
 * <li>T2. What needs a time-stamp does not happen without one: no authority, no act.</li>
 * <li>T3. Authorities are asked while no row is locked, so that a slow one keeps only those waiting
 *     who need it. The one exception is the notice of an award, whose transaction locks only its
 *     own tender.</li>
 * </ul>
 */
package org.subhasta.trust;
