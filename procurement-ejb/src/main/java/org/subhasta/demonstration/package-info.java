/**
 * What a newcomer finds at the first start: authorities, suppliers, people and tenders, all
 * invented, brought onto the platform through the same doors that people use. Nothing is written
 * past a door and no time is invented: what looks like a tender that ran through did run through.
 *
 * <p>Only where the server was started with {@code subhasta.demo=true}. Invariants:
 * <ul>
 * <li>D1: a step is done once. Each looks for its result before it acts, so that a restart in the
 *     middle goes on where it was cut off, and a later start changes nothing.</li>
 * <li>D2: on a platform that somebody set up for real use nothing is added.</li>
 * <li>D3: the accounts are marked as demonstration accounts before anybody can use them for
 *     anything: they work from the machine itself only.</li>
 * <li>D4: there is never more than one practice auction that has not ended, and robots bid for
 *     suppliers of their own: nobody who tries the platform out has to wonder who bid in their
 *     name.</li>
 * </ul>
 */
package org.subhasta.demonstration;
