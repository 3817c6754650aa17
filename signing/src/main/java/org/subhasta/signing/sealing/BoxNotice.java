package org.subhasta.signing.sealing;

import java.time.Instant;
import org.subhasta.signing.CanonicalJson;
import org.subhasta.signing.Sha256;

/**
 * What sealing and opening need of a tender's published notice. Whoever reads it from the file that
 * was published need not be told any of it by the platform.
 *
 * @param tender    the tender's id
 * @param sha256    of the file, by which bids name the notice
 * @param deadline  when the box is to close; an outage may have moved it to later
 * @param committee whom bids are sealed to
 */
public record BoxNotice(String tender, String sha256, Instant deadline, Committee committee) {

    /** Reads it from the notice's canonical JSON, as published. */
    public static Reading<BoxNotice> read(byte[] notice) {
        return Json.read(notice, CanonicalJson.MAXIMUM_BYTES, "subhasta-notice-[0-9]+", object -> {
            object.andAnythingElse();
            return new BoxNotice(object.name("id"), Sha256.hex(notice),
                    object.object("deadline", deadline -> {
                        deadline.andAnythingElse();
                        return deadline.instant("instant");
                    }),
                    object.object("opening", opening -> {
                        opening.andAnythingElse();
                        return opening.object("committee", Committee::committee);
                    }));
        });
    }
}
