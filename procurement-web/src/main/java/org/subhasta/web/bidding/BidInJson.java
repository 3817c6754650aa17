package org.subhasta.web.bidding;

import java.util.List;

/**
 * A bid sent as JSON; larger ones are sent as {@code multipart/form-data}.
 *
 * @param statement   base64 of the signed bytes: canonical JSON, format {@code subhasta-bid-1}
 * @param signature   base64 of the detached signature: CMS (CAdES B-B), DER
 * @param attachments the files that the statement names
 */
public record BidInJson(String statement, String signature, List<FileInJson> attachments) {

    /**
     * A file.
     *
     * @param name    as the statement has it
     * @param content base64 of its bytes
     */
    public record FileInJson(String name, String content) {
    }
}
