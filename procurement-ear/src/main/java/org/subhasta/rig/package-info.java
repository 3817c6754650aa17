/**
 * A platform of one's own to try things on, over HTTP as everybody else: started in a process of
 * its own on a folder that is thrown away, with suppliers who have keys and tokens and an officer
 * who prepares auctions. What {@code ./subhasta soak} and {@code ./subhasta bench} have in common.
 */
package org.subhasta.rig;
