package org.subhasta.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.subhasta.bidding.model.BidAttachment;
import org.subhasta.bidding.model.BidKind;
import org.subhasta.bidding.model.BidStatement;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.bidding.model.Part;
import org.subhasta.bidding.model.SealedBid;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.signing.CanonicalJson;
import org.subhasta.signing.sealing.Envelope;

/**
 * What bidders sign, as the rules judge it. Read as strictly as by the platform, and with the same
 * refusals: a statement that it could not read makes the bid invalid, so who checks must not read
 * more into one.
 */
final class BidFile {

    private static final int LONGEST_TEXT = 400;

    private BidFile() {
    }

    /** What stands openly in an envelope. */
    static SealedBid clear(Envelope envelope) {
        List<SealedBid.Text> texts = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (Envelope.Part sealed : envelope.parts()) {
            Part part = Part.valueOf(sealed.name().name());
            parts.add(part);
            for (int i = 0; i < sealed.texts().size(); i++) {
                Envelope.Text text = sealed.texts().get(i);
                texts.add(new SealedBid.Text(
                        SealedBid.Text.name(part, i), text.size(), text.sha256()));
            }
        }
        Envelope.Header header = envelope.header();
        return new SealedBid(header.id(), header.tender(), header.notice(), header.bidder(),
                BidKind.valueOf(header.kind().name()), header.replaces(), parts, texts);
    }

    /** A statement that was found sealed, format {@link BidStatement#FORMAT}. */
    static Outcome<BidStatement> read(byte[] bytes) {
        if (bytes.length > BidStatement.MAXIMUM_BYTES) {
            return Outcome.refused(Refusal.of(BiddingRefusal.STATEMENT_TOO_LARGE));
        }
        if (CanonicalJson.problem(bytes).isPresent()) {
            return Outcome.refused(Refusal.of(BiddingRefusal.STATEMENT_NOT_CANONICAL));
        }
        try {
            return Outcome.done(statement(Json.canonical(bytes)));
        } catch (Json.Malformed | IllegalArgumentException e) {
            return Outcome.refused(Refusal.of(BiddingRefusal.BID_MALFORMED));
        }
    }

    private static BidStatement statement(Json json) {
        if (!json.text("format").equals(BidStatement.FORMAT)) {
            throw json.malformed("format");
        }
        BidKind kind = BidKind.of(json.text("kind")).filter(one -> one != BidKind.WITHDRAW)
                .orElseThrow(() -> json.malformed("kind"));
        Set<String> members = new HashSet<>(Set.of("format", "id", "tender", "notice", "bidder",
                "openers", "kind", "part", "currency", "prices", "lots", "attachments", "madeAt"));
        if (kind == BidKind.REPLACE) {
            members.add("replaces");
        }
        only(json, members);
        return new BidStatement(uuid(json, "id"), text(json, "tender"), text(json, "notice"),
                text(json, "bidder"), text(json, "openers"), kind,
                kind == BidKind.REPLACE ? Optional.of(uuid(json, "replaces")) : Optional.empty(),
                Part.of(json.text("part")).orElseThrow(() -> json.malformed("part")),
                text(json, "currency"), text(json, "prices"),
                json.objects("lots").stream().map(BidFile::lot).toList(),
                json.objects("attachments").stream().map(BidFile::attachment).toList(),
                json.instant("madeAt"));
    }

    private static BidStatement.LotOffer lot(Json json) {
        only(json, Set.of("lot", "price"));
        return new BidStatement.LotOffer(text(json, "lot"), text(json, "price"));
    }

    private static BidAttachment attachment(Json json) {
        only(json, Set.of("name", "size", "digest"));
        return new BidAttachment(text(json, "name"), json.integer("size"), json.text("digest"));
    }

    /** A member that is not understood could mean something to its signer. */
    private static void only(Json json, Set<String> members) {
        json.members().stream().filter(member -> !members.contains(member)).findFirst()
                .ifPresent(member -> {
                    throw json.malformed(member);
                });
    }

    private static String text(Json json, String member) {
        String text = json.text(member);
        if (text.length() > LONGEST_TEXT) {
            throw json.malformed(member);
        }
        return text;
    }

    private static UUID uuid(Json json, String member) {
        String text = json.text(member);
        if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw json.malformed(member);
        }
        return UUID.fromString(text);
    }
}
