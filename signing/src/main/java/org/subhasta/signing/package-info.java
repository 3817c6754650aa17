/**
 * Signatures anybody can check with tools nobody here wrote: made by bidders, by the contracting
 * authority and by the platform, and verified without a server, a database or a network.
 *
 * <p>One type per act:
 * <ul>
 * <li>{@link org.subhasta.signing.CadesSigner} and {@link org.subhasta.signing.CadesVerifier}:
 *     detached CMS with CAdES baseline B-B attributes (ETSI EN 319 122-1), for documents and
 *     bids; {@link org.subhasta.signing.SignatureTimeStamp} makes them B-T;</li>
 * <li>{@link org.subhasta.signing.PdfSigner} and {@link org.subhasta.signing.PdfVerifier}: PAdES
 *     baseline B-B and B-T (ETSI EN 319 142-1), for notices;</li>
 * <li>{@link org.subhasta.signing.TimeStamps} and {@link org.subhasta.signing.TimeStampVerifier}:
 *     time-stamps (RFC 3161), made here or asked for over the network;</li>
 * <li>{@link org.subhasta.signing.Jws}: compact JSON web signatures (RFC 7515), for receipts;</li>
 * <li>{@link org.subhasta.signing.CanonicalJson} (RFC 8785) and
 *     {@link org.subhasta.signing.Sha256}: what is signed and how it is named;</li>
 * <li>{@link org.subhasta.signing.Trust}: which certificates count, and when;
 *     {@link org.subhasta.signing.Revocation}: and until when;</li>
 * <li>package {@link org.subhasta.signing.sealing}: bids that only an opening committee reads;</li>
 * <li>{@link org.subhasta.signing.CertificateAuthority}: the demonstration's and the tests' own
 *     certificates, and the platform's key.</li>
 * </ul>
 *
 * <p>Rules kept throughout:
 * <ul>
 * <li>An invalid signature is a result ({@link org.subhasta.signing.Validation}), a broken provider
 *     an exception. Whatever could not be checked is not passed.</li>
 * <li>Trust never comes from what is being checked: certificates inside a signature help to build a
 *     path and never end one.</li>
 * <li>Every input has a limit of size and depth, judged before anything is parsed.</li>
 * <li>Cryptography is asked of a provider <em>instance</em>, never of a name: an application server
 *     may have registered another Bouncy Castle under the same name. No provider is added to the
 *     JVM.</li>
 * </ul>
 *
 * <p>Nothing here calls a network but the package {@code online}. Not here yet: level B-LT.
 */
package org.subhasta.signing;
