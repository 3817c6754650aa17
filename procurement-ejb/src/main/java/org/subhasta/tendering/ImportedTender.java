package org.subhasta.tendering;

import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * Somebody else's contracting process, compiled from its releases and judged sound by whoever
 * imports it.
 *
 * @param ocid        its Open Contracting identifier
 * @param compiled    the compiled release (OCDS 1.1)
 * @param source      who published it; may be empty
 * @param licence     address of the licence; may be empty
 * @param releases    how many releases it is compiled from, at least 1
 * @param publishedAt date of the newest
 */
public record ImportedTender(String ocid, JsonObject compiled, String source, String licence,
                             int releases, Instant publishedAt) {
}
