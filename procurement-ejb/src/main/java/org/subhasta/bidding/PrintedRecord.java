package org.subhasta.bidding;

/**
 * The record of an opening as a signed PDF: the same bytes for ever.
 *
 * @param whole  whether nothing was left to be opened when it was made; else it is about the
 *               technical parts
 * @param sha256 of the file, in hex; its address among the documents
 * @param size   in bytes
 */
public record PrintedRecord(boolean whole, String sha256, long size) {
}
