/**
 * Auctions, descending and ascending. The rules are in {@link org.subhasta.auction.model}, the files
 * that terms and acts are written in {@link org.subhasta.auction.format};
 * {@link org.subhasta.auction.Simulate} runs the rules over such files without a server.
 *
 * <p>This capability knows no tender and no law: whoever sells or buys gives it terms and takes its
 * result.
 */
package org.subhasta.auction;
