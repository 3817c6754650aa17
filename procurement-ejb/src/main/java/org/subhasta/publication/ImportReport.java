package org.subhasta.publication;

import java.time.Instant;

/**
 * What became of an imported file.
 *
 * @param id         its identifier
 * @param fileName   as it was handed in
 * @param sha256     of the file
 * @param size       in bytes
 * @param version    of OCDS, as the package tells
 * @param source     the publisher's name; may be empty
 * @param licence    may be empty
 * @param at         when
 * @param imported   releases kept
 * @param duplicates releases that were here already
 * @param refused    releases not kept
 * @param warned     releases kept with a note
 * @param processes  how many tenders were made or changed by it
 */
public record ImportReport(String id, String fileName, String sha256, long size, String version,
                           String source, String licence, Instant at, int imported,
                           int duplicates, int refused, int warned, int processes) {

    /** How many releases the file had. */
    public int releases() {
        return imported + duplicates + refused;
    }
}
