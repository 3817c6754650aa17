/**
 * What needs a network: time-stamps from authorities over HTTP and revocation by CRL and OCSP. The
 * only package of this module that calls anybody; everything else works without.
 *
 * <p>Addresses that come with a certificate are a stranger's: they are called only as far as
 * {@link org.subhasta.signing.online.Reach} allows, which leaves out private networks, are never
 * followed elsewhere, and cost bounded time and memory. What comes back is judged by the package
 * above like any other input: it proves itself by its signature or does not count.
 */
package org.subhasta.signing.online;
