package org.subhasta.bidding;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.subhasta.bidding.model.BidAttachment;
import org.subhasta.bidding.model.BidKind;
import org.subhasta.bidding.model.BidStatement;
import org.subhasta.bidding.model.BidStatement.LotOffer;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.signing.CanonicalJson;

/**
 * Reads the bytes of a statement, strictly: canonical JSON, every member of the format and no other.
 * A member that is not understood could mean something to its signer.
 */
final class Statements {

    private static final int LONGEST_TEXT = 400;
    private static final Set<String> ALWAYS = Set.of("format", "id", "tender", "notice", "bidder",
            "kind", "currency", "prices", "lots", "attachments", "madeAt");

    /** Says which member is not as the format has it. */
    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
        private final String member;

        Malformed(String member) {
            super(member, null, false, false);
            this.member = member;
        }
    }

    private Statements() {
    }

    static Outcome<BidStatement> read(byte[] bytes) {
        if (bytes.length > BidStatement.MAXIMUM_BYTES) {
            return Outcome.refused(Refusal.at("statement", BiddingRefusal.BID_TOO_LARGE,
                    Integer.toString(BidStatement.MAXIMUM_BYTES)));
        }
        Optional<String> problem = CanonicalJson.problem(bytes);
        if (problem.isPresent()) {
            return Outcome.refused(Refusal.at(
                    "statement", BiddingRefusal.BID_NOT_CANONICAL, problem.get()));
        }
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            JsonValue value = reader.readValue();
            if (!(value instanceof JsonObject object)) {
                throw new Malformed("");
            }
            return Outcome.done(statement(object));
        } catch (Malformed e) {
            return Outcome.refused(Refusal.at(e.member, BiddingRefusal.BID_MALFORMED, e.member));
        }
    }

    /** Reads a statement that was admitted before, so that it cannot but be readable. */
    static BidStatement admitted(byte[] bytes) {
        if (read(bytes) instanceof Outcome.Done<BidStatement>(BidStatement statement)) {
            return statement;
        }
        throw new IllegalStateException("a stored statement cannot be read any more");
    }

    private static BidStatement statement(JsonObject o) throws Malformed {
        if (!text(o, "format").equals(BidStatement.FORMAT)) {
            throw new Malformed("format");
        }
        BidKind kind = BidKind.of(text(o, "kind")).orElseThrow(() -> new Malformed("kind"));
        boolean replacing = kind != BidKind.SUBMIT;
        for (String member : o.keySet()) {
            if (!ALWAYS.contains(member) && !(replacing && member.equals("replaces"))) {
                throw new Malformed(member);
            }
        }
        return new BidStatement(uuid(o, "id"), text(o, "tender"), text(o, "notice"),
                text(o, "bidder"), kind,
                replacing ? Optional.of(uuid(o, "replaces")) : Optional.empty(),
                text(o, "currency"), text(o, "prices"), lots(array(o, "lots")),
                attachments(array(o, "attachments")), instant(o, "madeAt"));
    }

    private static List<LotOffer> lots(JsonArray lots) throws Malformed {
        List<LotOffer> offers = new ArrayList<>();
        for (int i = 0; i < lots.size(); i++) {
            String place = "lots[" + i + "]";
            JsonObject lot = only(lots.get(i), place, Set.of("lot", "price"));
            offers.add(new LotOffer(text(lot, "lot", place), text(lot, "price", place)));
        }
        return offers;
    }

    private static List<BidAttachment> attachments(JsonArray attachments) throws Malformed {
        List<BidAttachment> named = new ArrayList<>();
        for (int i = 0; i < attachments.size(); i++) {
            String place = "attachments[" + i + "]";
            JsonObject file = only(attachments.get(i), place, Set.of("name", "sha256", "size"));
            String sha256 = text(file, "sha256", place);
            if (!sha256.matches("[0-9a-f]{64}")) {
                throw new Malformed(place + ".sha256");
            }
            named.add(new BidAttachment(text(file, "name", place), sha256, size(file, place)));
        }
        return named;
    }

    private static JsonObject only(JsonValue value, String place, Set<String> members)
            throws Malformed {
        if (value instanceof JsonObject object && object.keySet().equals(members)) {
            return object;
        }
        throw new Malformed(place);
    }

    private static JsonArray array(JsonObject object, String member) throws Malformed {
        if (object.get(member) instanceof JsonArray array) {
            return array;
        }
        throw new Malformed(member);
    }

    private static String text(JsonObject object, String member) throws Malformed {
        return text(object, member, "");
    }

    private static String text(JsonObject object, String member, String place) throws Malformed {
        if (object.get(member) instanceof JsonString string
                && string.getString().length() <= LONGEST_TEXT) {
            return string.getString();
        }
        throw new Malformed(place.isEmpty() ? member : place + "." + member);
    }

    private static UUID uuid(JsonObject object, String member) throws Malformed {
        String text = text(object, member);
        // UUID.fromString also takes shortened and upper-case forms: one id, one spelling.
        if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw new Malformed(member);
        }
        return UUID.fromString(text);
    }

    private static long size(JsonObject file, String place) throws Malformed {
        if (file.get("size") instanceof JsonNumber number && number.isIntegral()
                && number.bigDecimalValue().signum() >= 0
                && number.bigDecimalValue().precision() <= 15) {
            return number.longValueExact();
        }
        throw new Malformed(place + ".size");
    }

    private static Instant instant(JsonObject object, String member) throws Malformed {
        try {
            return Instant.parse(text(object, member));
        } catch (DateTimeException e) {
            throw new Malformed(member);
        }
    }
}
