/**
 * The record of every act that matters, appended in the transaction of the act's effect: either
 * both are there or neither is.
 *
 * <p>An <em>entry</em> is a header (subject, sequence, act, the actor's pseudonym, the payload's
 * salted hash) and a payload. Its <em>leaf</em> is what a Merkle tree will commit to; it is final
 * when written and holds no position in the tree:
 *
 * <pre>
 * public act     {"at":…,"format":"subhasta-leaf-1","header":{…}}
 * concealed act  {"at":…,"concealed":hex of SHA-256(salt ‖ header),"format":"subhasta-leaf-1"}
 * header         {"act":…,"actor":…,"payload":hex of SHA-256(salt ‖ payload),"sequence":n,"subject":…}
 * leaf hash      SHA-256(0x00 ‖ leaf)                                       (RFC 6962, 2.1)
 * </pre>
 *
 * all of it canonical JSON (RFC 8785), every salt 32 random bytes of its own.
 *
 * <p>Invariants, kept by the code here and by the database alike:
 * <ul>
 * <li>J1: sequences of one subject are gapless and start at 1. The subject's row is locked while
 *     its next number is given, so a transaction that rolls back leaves no gap.</li>
 * <li>J2: leaves, headers and salts of headers are only ever inserted: the application's database
 *     role may neither change nor delete them.</li>
 * <li>J3: personal data and secrets stand only in payloads. Erasing a payload with its salt leaves
 *     the header, the sequence and every proof as they were.</li>
 * <li>J4: a concealed act's leaf tells neither who acted nor what they did, until the subject is
 *     disclosed. There is no chain over all subjects, so nobody waits for strangers and gaps in a
 *     public sequence never count hidden acts: a box is a subject of its own beside its tender.</li>
 * </ul>
 */
package org.subhasta.journal;
