package org.subhasta.signing.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A bidder who sends shares that do not fit together has bid for nobody. */
class UnevenSharesTest {

    private static final Bidding BIDDING = new Bidding(3, 5);
    private final CraftedPart part = new CraftedPart(BIDDING);

    private static void isInvalidForEveryQuorum(Bidding.Sealed bid) {
        for (int size = 3; size <= 5; size++) {
            for (List<Integer> quorum : Bidding.quorums(size, 5)) {
                assertEquals(new Opening.Invalid(Invalidity.SHARES_UNEVEN),
                        BIDDING.open(bid, quorum, new ArrayList<>()), "quorum " + quorum);
            }
        }
    }

    @Test
    @DisplayName("shares that open for one quorum and not for another are invalid for every one")
    void opensForOneQuorumOnly() {
        part.shares.set(3, Shamir.share(Sealer.Secrets.fresh(BIDDING.committee).seeds(), 4));
        isInvalidForEveryQuorum(part.seal());
    }

    @Test
    @DisplayName("telling other shares inside than were sealed does not help")
    void liesAboutTheShares() {
        part.told = List.copyOf(part.shares);
        part.shares.set(4, Shamir.share(Sealer.Secrets.fresh(BIDDING.committee).seeds(), 5));
        isInvalidForEveryQuorum(part.seal());
    }

    @Test
    @DisplayName("shares of a polynomial of a degree too high are invalid even where all met")
    void degreeTooHigh() {
        part.shares(Sealer.Secrets.fresh(BIDDING.committee).seeds().subList(0, 3));
        isInvalidForEveryQuorum(part.seal());
    }

    @Test
    @DisplayName("shares of a polynomial of a lower degree are even: fewer would do, more agree")
    void degreeLower() {
        part.shares(List.of(part.secrets.coefficients().getFirst()));
        Bidding.Sealed bid = part.seal();
        for (List<Integer> quorum : Bidding.quorums(3, 5)) {
            assertInstanceOf(Opening.Opened.class, BIDDING.open(bid, quorum, new ArrayList<>()));
        }
    }

    @Test
    @DisplayName("a share sealed to the wrong opener makes the bid invalid for who can open it")
    void sealedToTheWrongOpener() {
        Envelope.Share to2 = part.seal().part().shares().get(1);
        Hpke.Sealed wrong = Hpke.seal(BIDDING.committee.openers().get(2).point(),
                TextCipher.shareContext(part.header, PartName.BID, "opener-2"),
                part.shares.get(1), part.secrets.seeds().get(1));
        part.sealedOtherwise.put(1,
                new Envelope.Share("opener-2", to2.hash(), wrong.enc(), wrong.sealed()));
        Bidding.Sealed bid = part.seal();
        assertEquals(new ShareOpening.Refused(ShareOpening.Refusal.CANNOT_BE_DECRYPTED),
                BIDDING.share(1, bid.envelope()));
        invalidForAllWithout(1, bid);
    }

    @Test
    @DisplayName("a share that is not the one of its hash is not released, and the bid invalid")
    void hashDiffers() {
        Envelope.Share to2 = part.seal().part().shares().get(1);
        part.sealedOtherwise.put(1,
                new Envelope.Share("opener-2", "00".repeat(32), to2.enc(), to2.sealed()));
        Bidding.Sealed bid = part.seal();
        assertEquals(new ShareOpening.Refused(ShareOpening.Refusal.HASH_DIFFERS),
                BIDDING.share(1, bid.envelope()));
        invalidForAllWithout(1, bid);
    }

    @Test
    @DisplayName("a share sealed with another ephemeral key than told inside is invalid")
    void anotherEphemeralKey() {
        Hpke.Sealed again = Hpke.seal(BIDDING.committee.openers().get(0).point(),
                TextCipher.shareContext(part.header, PartName.BID, "opener-1"),
                part.shares.get(0), new byte[32]);
        part.sealedOtherwise.put(0, new Envelope.Share("opener-1",
                part.seal().part().shares().getFirst().hash(), again.enc(), again.sealed()));
        isInvalidForEveryQuorum(part.seal());
    }

    @Test
    @DisplayName("a share that calls itself another opener's is not released")
    void anotherX() {
        part.shares.set(1, part.shares.get(2).clone());
        Bidding.Sealed bid = part.seal();
        assertEquals(new ShareOpening.Refused(ShareOpening.Refusal.HASH_DIFFERS),
                BIDDING.share(1, bid.envelope()));
        invalidForAllWithout(1, bid);
    }

    @Test
    @DisplayName("a text that opens to nothing readable is invalid for every quorum")
    void unreadable() {
        part.told = part.shares.subList(0, 4);
        isInvalidForEveryQuorum(part.seal());
    }

    private static void invalidForAllWithout(int opener, Bidding.Sealed bid) {
        List<Integer> others = IntStream.range(0, 5).filter(i -> i != opener).boxed().toList();
        for (List<Integer> quorum : Bidding.quorums(3, 5)) {
            Map<String, byte[]> shares = BIDDING.shares(bid.envelope(), quorum);
            assertEquals(new Opening.Invalid(others.containsAll(quorum)
                            ? Invalidity.SHARES_UNEVEN : Invalidity.TOO_FEW_SHARES),
                    BIDDING.open(bid, shares, new ArrayList<>()), "quorum " + quorum);
        }
    }
}
