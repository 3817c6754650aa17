/**
 * The launcher behind {@code ./subhasta run}: PostgreSQL, migrations, keys, WildFly, in this order
 * up and in the opposite order down.
 *
 * <p>Terms. <em>Installation</em>: what the build left in {@code target/}, only read by a run.
 * <em>Data folder</em>: everything a run writes; two runs with two data folders do not meet.
 *
 * <p>Invariants. L1: one living launcher per data folder (a lock that dies with the process).
 * L2: whatever goes wrong ends in one sentence on what to do, an exit status other than 0 and no
 * process of ours left. L3: the server gets the application role's password, never the owner's.
 */
package org.subhasta.launch;
