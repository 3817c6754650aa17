package org.subhasta.awarding;

/**
 * A notice as it was stored: the same bytes for ever.
 *
 * @param sha256 of the signed PDF, in hex; its address among the documents
 * @param size   in bytes
 */
public record NoticeFile(String sha256, long size) {
}
