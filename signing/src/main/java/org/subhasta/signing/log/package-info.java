/**
 * A log that nobody has to trust: what was appended can be proved to be in it, and nothing in it
 * can be changed, taken out or moved unseen.
 *
 * <ul>
 * <li>{@link org.subhasta.signing.log.Hash}, {@link org.subhasta.signing.log.Node},
 *     {@link org.subhasta.signing.log.Frontier}: the Merkle tree of RFC 6962, 2.1 (the same as
 *     RFC 9162, 2.1), SHA-256 throughout;</li>
 * <li>{@link org.subhasta.signing.log.InclusionProof} and
 *     {@link org.subhasta.signing.log.ConsistencyProof}: made from any store of
 *     {@link org.subhasta.signing.log.Nodes}, checked with two roots and nothing else;</li>
 * <li>{@link org.subhasta.signing.log.Tile}, {@link org.subhasta.signing.log.TileNodes},
 *     {@link org.subhasta.signing.log.EntryBundle}: how the tree is published (C2SP
 *     tlog-tiles);</li>
 * <li>{@link org.subhasta.signing.log.SignedNote}, {@link org.subhasta.signing.log.SignerKey},
 *     {@link org.subhasta.signing.log.VerifierKey}, {@link org.subhasta.signing.log.Checkpoint}:
 *     the signed head (C2SP signed-note and tlog-checkpoint), and the co-signatures of witnesses
 *     (C2SP tlog-cosignature);</li>
 * <li>{@link org.subhasta.signing.log.LogProof}: all of it in one file to keep (C2SP
 *     tlog-proof);</li>
 * <li>{@link org.subhasta.signing.log.Witness}: who looks from outside whether the log only
 *     grows.</li>
 * </ul>
 *
 * <p>What does not hold is a {@link org.subhasta.signing.log.LogProblem}, returned; text that is
 * not of its format is {@link org.subhasta.signing.log.Malformed}, thrown where it is read.
 */
package org.subhasta.signing.log;
