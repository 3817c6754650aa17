/**
 * Sealed bids: encrypted by the bidder so that only a quorum of the tender's opening committee can
 * read them, together and in public, and nobody before. The format is
 * docs/reference/sealed-bids.md; whoever implements it from there opens what is sealed here.
 *
 * <p>One type per act: {@link org.subhasta.signing.sealing.Sealer} makes the parts of an
 * {@link org.subhasta.signing.sealing.Envelope},
 * {@link org.subhasta.signing.sealing.ShareKey} opens one opener's share,
 * {@link org.subhasta.signing.sealing.Opening} puts the key together, decrypts and checks.
 *
 * <p>What is sealed can fail to open for many reasons, and each is a result, never an exception:
 * a bid that does not open is recorded with its reason.
 */
package org.subhasta.signing.sealing;
