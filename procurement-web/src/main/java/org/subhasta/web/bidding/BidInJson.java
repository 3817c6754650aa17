package org.subhasta.web.bidding;

import java.util.List;

/**
 * A sealed bid sent as JSON; larger ones are sent as {@code multipart/form-data}.
 *
 * @param envelope  base64 of the signed bytes: canonical JSON, format {@code subhasta-envelope-1}
 * @param signature base64 of the detached signature: CMS (CAdES B-B), DER
 * @param texts     the encrypted texts that the envelope names
 */
public record BidInJson(String envelope, String signature, List<TextInJson> texts) {

    /**
     * An encrypted text.
     *
     * @param name    its part and number: {@code bid-0}
     * @param content base64 of its bytes
     */
    public record TextInJson(String name, String content) {
    }
}
