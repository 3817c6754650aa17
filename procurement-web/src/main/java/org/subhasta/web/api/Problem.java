package org.subhasta.web.api;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/**
 * A problem detail after RFC 9457, with the refusal's code and all of its reasons as extension
 * members.
 *
 * @param type     {@code about:blank}: the code, not an address, tells problems apart
 * @param title    short and the same for every problem of the status
 * @param status   HTTP status
 * @param detail   a sentence for people
 * @param code     the first refusal's code, or the status's name in capitals
 * @param errors   each reason with the member it is about
 * @param evidence what the caller may keep of it, such as a signed receipt; empty where nothing is
 */
public record Problem(String type, String title, int status, String detail, String code,
        List<Error> errors, Map<String, String> evidence) {

    /** The media type of problems (RFC 9457, 6.1). */
    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    /** One reason: where, which rule, in words. */
    public record Error(String field, String code, String detail) {
    }
}
