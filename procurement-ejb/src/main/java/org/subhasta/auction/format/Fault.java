package org.subhasta.auction.format;

/**
 * Something in a file that cannot be read.
 *
 * @param line     from 1
 * @param sentence what is wrong, for a person
 * @param place    the member it is about, such as {@code phases[0].step}; "" where it is the whole
 * @param words    what is wrong, for who sees the place beside it
 */
public record Fault(int line, String sentence, String place, String words) {

    /** About the whole, or about a place that its sentence names. */
    public Fault(int line, String sentence) {
        this(line, sentence, "", sentence);
    }
}
