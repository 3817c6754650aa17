package org.subhasta.eligibility.model;

import java.time.LocalDate;

/**
 * The latest appeal against an exclusion, as the authority noted it.
 *
 * @param on   the day it was made
 * @param note where it was made, or how it was decided; {@code ""} for nothing
 */
public record Appeal(LocalDate on, Outcome outcome, String note) {

    /** What became of it; {@code UPHELD}: the exclusion stands. */
    public enum Outcome { OPEN, UPHELD, LIFTED }
}
