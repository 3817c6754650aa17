/**
 * Preparing, signing, sending, replacing and withdrawing bids, as pages ({@code /tenders/{id}/bid},
 * {@code /bids/{id}}, {@code /bids/{id}/withdraw}, a part of {@code /desk}) and for programs
 * ({@code /api/v1/tenders/{id}/bids}, {@code /api/v1/bids}).
 *
 * <p>What is signed is made and signed by the bidder: in the browser by {@code signing.js}, or by the
 * program that calls. The server takes the bytes as they are.
 */
package org.subhasta.web.bidding;
