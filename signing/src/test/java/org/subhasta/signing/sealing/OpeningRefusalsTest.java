package org.subhasta.signing.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What does not open has one reason, and it is the right one. */
class OpeningRefusalsTest {

    private static final Bidding BIDDING = new Bidding(2, 3);
    private static final List<Integer> QUORUM = List.of(0, 2);
    private final CraftedPart part = new CraftedPart(BIDDING);

    private static void invalid(Invalidity why, Bidding.Sealed bid) {
        invalid(why, bid, BIDDING.shares(bid.envelope(), QUORUM));
    }

    private static void invalid(Invalidity why, Bidding.Sealed bid, Map<String, byte[]> shares) {
        assertEquals(new Opening.Invalid(why), BIDDING.open(bid, shares, new ArrayList<>()));
    }

    @Test
    @DisplayName("fewer shares than the threshold open nothing")
    void tooFew() {
        Bidding.Sealed bid = BIDDING.bid();
        invalid(Invalidity.TOO_FEW_SHARES, bid, BIDDING.shares(bid.envelope(), List.of(1)));
        invalid(Invalidity.TOO_FEW_SHARES, bid, Map.of());
    }

    @Test
    @DisplayName("a share of another bid does not count")
    void shareOfAnotherBid() {
        Bidding.Sealed bid = BIDDING.bid();
        Map<String, byte[]> shares = BIDDING.shares(bid.envelope(), List.of(0));
        shares.putAll(BIDDING.shares(BIDDING.bid().envelope(), List.of(2)));
        invalid(Invalidity.TOO_FEW_SHARES, bid, shares);
    }

    @Test
    @DisplayName("one share given as two openers' counts once, and a share of odd length not")
    void sameShareTwice() {
        Bidding.Sealed bid = BIDDING.bid();
        byte[] share = BIDDING.shares(bid.envelope(), List.of(0)).get("opener-1");
        invalid(Invalidity.TOO_FEW_SHARES, bid, Map.of("opener-1", share, "opener-2", share));
        invalid(Invalidity.TOO_FEW_SHARES, bid,
                Map.of("opener-1", share, "opener-2", new byte[0], "stranger", share));
    }

    @Test
    @DisplayName("an envelope sealed to another committee is refused by its openers")
    void anotherCommittee() {
        Bidding.Sealed bid = new Bidding(2, 3).bid();
        invalid(Invalidity.COMMITTEE_DIFFERS, bid, Map.of());
        assertEquals(new ShareOpening.Refused(ShareOpening.Refusal.COMMITTEE_DIFFERS),
                BIDDING.share(0, bid.envelope()));
    }

    @Test
    @DisplayName("a part that is not there opens to nothing")
    void noSuchPart() throws IOException {
        Bidding.Sealed bid = BIDDING.bid();
        assertEquals(new Opening.Invalid(Invalidity.PART_MISSING), Opening.open(BIDDING.committee,
                bid.envelope(), PartName.PRICE, Map.of(), bid.stored(), (i, s, b, n) -> { }));
        assertEquals(new ShareOpening.Refused(ShareOpening.Refusal.PART_MISSING),
                ShareKey.of(BIDDING.keys.getFirst(), BIDDING.committee).orElseThrow()
                        .open(bid.envelope(), PartName.PRICE));
    }

    @Test
    @DisplayName("whoever is no opener has no share")
    void stranger() {
        assertTrue(ShareKey.of(Bidding.key("stranger"), BIDDING.committee).isEmpty());
    }

    @Test
    @DisplayName("the ciphertext of another bidder opens to nobody under one's own name")
    void copiedFromAnother() {
        Bidding.Sealed original = BIDDING.bid(new byte[] {1});
        Envelope.Header mine = copy(original.envelope().header(), "tender-1", "bidder-2");
        replayed(original, new Envelope(mine, original.envelope().parts()));
    }

    @Test
    @DisplayName("the envelope of another tender, sent again, opens to nobody")
    void replayedElsewhere() {
        Bidding.Sealed original = BIDDING.bid(new byte[] {1});
        Envelope.Header there = copy(original.envelope().header(), "tender-2", "bidder-1");
        replayed(original, new Envelope(there, original.envelope().parts()));
    }

    private static void replayed(Bidding.Sealed original, Envelope copy) {
        assertEquals(new ShareOpening.Refused(ShareOpening.Refusal.CANNOT_BE_DECRYPTED),
                BIDDING.share(0, copy));
        // Not even with the shares of the original, once they are known.
        invalid(Invalidity.SHARES_UNEVEN, original.with(copy),
                BIDDING.shares(original.envelope(), QUORUM));
    }

    private static Envelope.Header copy(Envelope.Header header, String tender, String bidder) {
        return new Envelope.Header(header.id(), tender, header.notice(), bidder, header.openers(),
                header.kind(), header.replaces(), header.madeAt());
    }

    @Test
    @DisplayName("a text that is missing, longer, shorter, endless or another one is told")
    void texts() throws IOException {
        Bidding.Sealed bid = BIDDING.bid(new byte[5000]);
        for (int index = 0; index < 2; index++) {
            byte[] text = bid.texts().get(index);
            Map<Integer, byte[]> without = new TreeMap<>(bid.texts());
            without.remove(index);
            invalid(Invalidity.TEXT_MISSING, new Bidding.Sealed(bid.envelope(), without));
            invalid(Invalidity.TEXT_ALTERED, bid.with(index, Arrays.copyOf(text, text.length + 1)));
            invalid(Invalidity.TEXT_ALTERED, bid.with(index, Arrays.copyOf(text, text.length - 1)));
            invalid(Invalidity.TEXT_ALTERED, bid.with(index, new byte[text.length]));
        }
        assertEquals(new Opening.Invalid(Invalidity.TEXT_ALTERED), Opening.open(BIDDING.committee,
                bid.envelope(), PartName.BID, BIDDING.shares(bid.envelope(), QUORUM),
                index -> Optional.of(endless()), (i, s, b, n) -> { }));
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return 7;
            }
        };
    }

    @Test
    @DisplayName("another statement than the one committed to is told")
    void commitmentWrong() {
        part.commitment = "00".repeat(32);
        invalid(Invalidity.COMMITMENT_WRONG, part.seal());
    }

    @Test
    @DisplayName("a statement of another tender, bidder, envelope, notice or part is told")
    void statementDiffers() throws IOException {
        Envelope.Header h = part.header;
        for (Envelope.Header other : List.of(copy(h, "tender-2", h.bidder()),
                copy(h, h.tender(), "bidder-2"),
                new Envelope.Header(UUID.randomUUID(), h.tender(), h.notice(), h.bidder(),
                        h.openers(), h.kind(), h.replaces(), h.madeAt()),
                new Envelope.Header(h.id(), h.tender(), "cd".repeat(32), h.bidder(),
                        h.openers(), h.kind(), h.replaces(), h.madeAt()),
                new Envelope.Header(h.id(), h.tender(), h.notice(), h.bidder(),
                        "cd".repeat(32), h.kind(), h.replaces(), h.madeAt()),
                new Envelope.Header(h.id(), h.tender(), h.notice(), h.bidder(), h.openers(),
                        Envelope.Kind.REPLACE, Optional.of(h.id()), h.madeAt()))) {
            part.statement = Bidding.statement(other, PartName.BID, List.of());
            invalid(Invalidity.STATEMENT_DIFFERS, part.seal());
        }
        part.statement = Bidding.statement(h, PartName.PRICE, List.of());
        invalid(Invalidity.STATEMENT_DIFFERS, part.seal());
    }

    @Test
    @DisplayName("what is no statement at all is told")
    void statementMalformed() {
        for (String text : List.of("hello", "[]", "{}", "{ \"format\": \"subhasta-bid-1\" }")) {
            part.statement = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            invalid(Invalidity.STATEMENT_MALFORMED, part.seal());
        }
    }

    @Test
    @DisplayName("a salt used twice is told")
    void saltReused() {
        byte[] salt = Salted.salt();
        part.attachments = List.of(file(salt, 1), file(salt, 2));
        invalid(Invalidity.SALT_REUSED, part.seal());
        part.attachments = List.of(file(part.secrets.salt(), 1));
        invalid(Invalidity.SALT_REUSED, part.seal());
    }

    @Test
    @DisplayName("attachments that are not the ones of the statement are told")
    void attachmentsDiffer() throws IOException {
        byte[] salt = Salted.salt();
        part.attachments = List.of(file(salt, 1));
        for (List<Attachment> named : List.of(List.<Attachment>of(),
                List.of(file(salt, 2)), List.of(file(Salted.salt(), 1)),
                List.of(file(salt, 1), file(Salted.salt(), 1)))) {
            part.statement = Bidding.statement(part.header, PartName.BID, named);
            invalid(Invalidity.ATTACHMENTS_DIFFER, part.seal());
        }
        Attachment two = new Attachment(salt, 2, () -> new ByteArrayInputStream(new byte[2]));
        part.statement = Bidding.statement(part.header, PartName.BID, List.of(two));
        part.toldFiles = List.of(new Contents.File(salt, 2));
        invalid(Invalidity.ATTACHMENTS_DIFFER, part.seal());
    }

    private static Attachment file(byte[] salt, int content) {
        byte[] bytes = {(byte) content};
        return new Attachment(salt, 1, () -> new ByteArrayInputStream(bytes));
    }

    @Test
    @DisplayName("an attachment under another key, or in another's place, is told")
    void attachmentUnreadable() {
        part.attachments = List.of(file(Salted.salt(), 1), file(Salted.salt(), 2));
        Bidding.Sealed bid = part.seal();
        List<Envelope.Text> t = bid.part().texts();
        Envelope.Part swapped = new Envelope.Part(PartName.BID, 2, bid.part().shares(),
                bid.part().commitment(), List.of(t.get(0), t.get(2), t.get(1)));
        invalid(Invalidity.TEXT_UNREADABLE, new Bidding.Sealed(
                new Envelope(bid.envelope().header(), List.of(swapped)),
                Map.of(0, bid.texts().get(0), 1, bid.texts().get(2), 2, bid.texts().get(1))));
    }

    @Test
    @DisplayName("a sealer refuses what it could not open again")
    void sealerRefuses() throws IOException {
        Sealer sealer = new Sealer(BIDDING.committee);
        Envelope.Header h = part.header;
        byte[] statement = Bidding.statement(h, PartName.BID, List.of());
        assertThrows(IllegalArgumentException.class, () -> sealer.seal(h, PartName.PRICE,
                statement, Bidding.SIGNATURE, List.of(), index -> null));
        assertThrows(IllegalArgumentException.class, () -> sealer.seal(h, PartName.BID,
                statement, Bidding.SIGNATURE, List.of(file(Salted.salt(), 1)), index -> null));
        assertThrows(IllegalArgumentException.class, () -> new Sealer(new Bidding(2, 3).committee)
                .seal(h, PartName.BID, statement, Bidding.SIGNATURE, List.of(), index -> null));
        assertThrows(IllegalArgumentException.class, () -> sealer.seal(h, PartName.BID, statement,
                new byte[Contents.MAXIMUM_SIGNATURE + 1], List.of(), index -> null));
        Attachment growing = new Attachment(Salted.salt(), 1,
                () -> new ByteArrayInputStream(new byte[2]));
        byte[] said = Bidding.statement(h, PartName.BID, List.of(growing));
        assertThrows(IOException.class, () -> sealer.seal(h, PartName.BID, said,
                Bidding.SIGNATURE, List.of(growing),
                index -> new java.io.ByteArrayOutputStream()));
    }

    @Test
    @DisplayName("a rehearsal is answered by the opener's key for that tender alone")
    void rehearsal() {
        Opener opener = BIDDING.committee.openers().get(1);
        Rehearsal.Challenge asked = Rehearsal.challenge("tender-1", opener);
        assertArrayEquals(asked.secret(), Rehearsal.answer(BIDDING.keys.get(1), "tender-1", opener,
                asked.enc(), asked.sealed()).orElseThrow());
        assertTrue(Rehearsal.answer(BIDDING.keys.get(1), "tender-2", opener, asked.enc(),
                asked.sealed()).isEmpty());
        assertTrue(Rehearsal.answer(BIDDING.keys.get(0), "tender-1", opener, asked.enc(),
                asked.sealed()).isEmpty());
        asked.enc()[1] ^= 1;
        assertTrue(Rehearsal.answer(BIDDING.keys.get(1), "tender-1", opener, asked.enc(),
                asked.sealed()).isEmpty());
        assertInstanceOf(Opening.Opened.class,
                BIDDING.open(BIDDING.bid(), QUORUM, new ArrayList<>()));
    }
}
