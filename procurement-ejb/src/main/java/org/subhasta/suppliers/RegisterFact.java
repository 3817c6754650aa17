package org.subhasta.suppliers;

import java.time.Instant;

/**
 * What a register said of an organisation at an instant.
 *
 * @param scheme     under which register it was asked for
 * @param identifier and number
 * @param source     who said it
 * @param known      whether there is such an entry; otherwise the texts are empty
 * @param name       as registered there
 * @param address    in one line
 * @param status     in the register's own words
 */
public record RegisterFact(String scheme, String identifier, String source, Instant askedAt,
        boolean known, String name, String address, String status) {
}
