/**
 * What the platform tells the world about its procedures in forms that leave it: the award notice
 * as a signed PDF, open contracting data in and out.
 *
 * <p>Terms: a <em>notice</em> is a file signed by the contracting authority whose bytes never
 * change; a correction is a new notice that names the old one.
 *
 * <p>Invariants:
 * <ul>
 * <li><b>N1</b> A notice is made, signed and stored in the transaction of the decision it tells of,
 *     and its hash is journaled there: there is no award without notice and no notice without
 *     award.</li>
 * <li><b>N2</b> Without a usable key of the authority nothing is decided: it is said before, not
 *     found out after.</li>
 * <li><b>N3</b> What is printed comes from the award as it was decided, never from rows that can
 *     change afterwards.</li>
 * </ul>
 */
package org.subhasta.publication;
