package org.subhasta.verification;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.subhasta.kernel.Money;

/**
 * The record of an opening as it was published, format {@code subhasta-opening-record-1}
 * (docs/reference/openings.md).
 *
 * @param whole      whether nothing was left to be opened
 * @param acts       hashes of the leaves of the openers' acts
 * @param unfollowed announcements whose envelopes never came
 */
record PublishedRecord(String tender, boolean whole, List<String> acts, List<Bid> bids,
        List<Unfollowed> unfollowed) {

    static final String FORMAT = "subhasta-opening-record-1";

    /** What somebody signed, and the signature. */
    record Signed(byte[] content, byte[] signature) {

        boolean is(byte[] otherContent, byte[] otherSignature) {
            return Arrays.equals(content, otherContent)
                    && Arrays.equals(signature, otherSignature);
        }
    }

    /** A bid that stood at the closing. */
    record Bid(String id, String name, Signed envelope, String leaf, List<Part> parts) {

        /** Of all its parts, in their order. */
        List<Money> prices() {
            return parts.stream().flatMap(part -> part.prices().stream()).toList();
        }

        Optional<Money> total() {
            return prices().stream().reduce(Money::plus);
        }
    }

    /** What came of a part. */
    record Part(String word, String leaf, Optional<Signed> statement, Optional<byte[]> salt,
            List<Money> prices) {
    }

    /** An announcement that was never followed by its envelope, whose SHA-256 it names. */
    record Unfollowed(String name, String envelope, String leaf) {
    }

    /** @throws Json.Malformed where it is not in the format */
    static PublishedRecord read(byte[] bytes) {
        Json json = Json.read(bytes);
        if (!json.text("format").equals(FORMAT)) {
            throw json.malformed("format");
        }
        return new PublishedRecord(json.text("tender"), json.isTrue("whole"),
                json.objects("acts").stream().map(act -> act.text("leaf")).toList(),
                json.objects("bids").stream().map(PublishedRecord::bid).toList(),
                json.objects("unfollowed").stream().map(one -> new Unfollowed(
                        one.text("name"), one.text("envelope"), one.text("leaf"))).toList());
    }

    private static Bid bid(Json json) {
        return new Bid(json.text("id"), json.text("name"), signed(json.object("envelope")),
                json.text("leaf"), json.objects("parts").stream()
                        .map(PublishedRecord::part).toList());
    }

    private static Part part(Json json) {
        return new Part(json.text("part"), json.text("leaf"),
                json.maybeObject("statement").map(PublishedRecord::signed),
                json.maybeText("salt").map(salt -> bytes(json, "salt")),
                json.objects("lots").stream()
                        .map(lot -> money(lot.object("price"))).toList());
    }

    private static Signed signed(Json json) {
        return new Signed(bytes(json, "content"), bytes(json, "signature"));
    }

    private static byte[] bytes(Json json, String member) {
        try {
            return Base64.getDecoder().decode(json.text(member));
        } catch (IllegalArgumentException e) {
            throw json.malformed(member);
        }
    }

    private static Money money(Json json) {
        try {
            return Money.of(json.text("amount"), json.text("currency"));
        } catch (IllegalArgumentException e) {
            throw json.malformed("amount");
        }
    }
}
