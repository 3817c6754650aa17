package org.subhasta.tendering;

import java.time.Instant;
import java.util.Optional;
import org.subhasta.tendering.model.Draft;

/**
 * A draft as the officers of its organisation see it.
 *
 * @param id        the tender's identifier, kept when it is published
 * @param version   changes with each save; a save names the version it began from
 * @param draft     as typed
 * @param changedAt when it was last saved
 * @param takenFrom the imported tender it was begun from, where it was
 */
public record DraftView(String id, long version, Draft draft, Instant changedAt,
                        Optional<String> takenFrom) {
}
