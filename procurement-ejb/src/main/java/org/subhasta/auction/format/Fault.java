package org.subhasta.auction.format;

/**
 * Something in a file that cannot be read.
 *
 * @param line     from 1
 * @param sentence what is wrong, for a person
 */
public record Fault(int line, String sentence) {
}
