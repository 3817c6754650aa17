package org.subhasta.auction.format;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.subhasta.auction.model.Act;
import org.subhasta.auction.model.BidKind;
import org.subhasta.signing.CanonicalJson;

/**
 * What a participant signs: canonical JSON (RFC 8785) of an act with the auction and lot it is for,
 * {@code docs/reference/auction-acts.md}.
 */
public record SignedAct(String auction, String lot, Act.OfParticipant act) {

    /** The format's name and version. */
    public static final String FORMAT = "subhasta-auction-act-1";

    /** Longer is no act. */
    public static final int MAXIMUM_BYTES = 4 * 1024;

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final List<String> ACTS = List.of("bid", "limit", "confirm", "take-back");

    /** Reads one, strictly; empty where it is none. */
    public static Optional<SignedAct> read(byte[] bytes) {
        if (bytes.length > MAXIMUM_BYTES || CanonicalJson.problem(bytes).isPresent()) {
            return Optional.empty();
        }
        try {
            List<Fault> faults = new ArrayList<>();
            if (!(Json.read(new String(bytes, StandardCharsets.UTF_8), 1)
                    instanceof Json.Members object)) {
                return Optional.empty();
            }
            Fields fields = new Fields(object, "", faults);
            SignedAct act = read(fields);
            fields.done();
            return faults.isEmpty() ? Optional.of(act) : Optional.empty();
        } catch (Json.Unreadable e) {
            return Optional.empty();
        }
    }

    private static SignedAct read(Fields fields) {
        text(fields, "format", FORMAT);
        String word = fields.required("act", fields.word("act",
                text -> Optional.of(text).filter(ACTS::contains), "an act"), "bid");
        String id = text(fields, "id", UUID);
        String participant = text(fields, "participant", ".+");
        Act.OfParticipant act = word.equals("take-back") ? new Act.TakeBack(id, participant)
                : new Act.PlaceBid(id, participant, kind(word), text(fields, "amount", ".+"),
                        text(fields, "currency", "[A-Z]{3}"),
                        fields.required("seen", fields.count("seen"), 0));
        return new SignedAct(text(fields, "auction", ".+"), text(fields, "lot", ".+"), act);
    }

    private static BidKind kind(String word) {
        return switch (word) {
            case "limit" -> BidKind.LIMIT;
            case "confirm" -> BidKind.CONFIRMATION;
            default -> BidKind.BID;
        };
    }

    private static String text(Fields fields, String name, String pattern) {
        return fields.required(name, fields.word(name,
                text -> Optional.of(text).filter(one -> one.matches(pattern)), "as it is"), "");
    }

    /** The bytes to be signed. */
    public byte[] bytes() {
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("format", FORMAT).add("auction", auction).add("lot", lot)
                .add("act", ActWriter.word(act)).add("id", act.id())
                .add("participant", act.participant());
        if (act instanceof Act.PlaceBid bid) {
            json.add("amount", bid.amount()).add("currency", bid.currency())
                    .add("seen", bid.seen());
        }
        try {
            return CanonicalJson.canonicalize(json.build().toString());
        } catch (CanonicalJson.NotCanonical e) {
            throw new IllegalStateException("an act is JSON", e);
        }
    }
}
