package org.subhasta.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subhasta.awarding.AwardView;
import org.subhasta.kernel.Money;
import org.subhasta.publication.SampleProcedure;
import org.subhasta.signing.Trust;
import org.subhasta.signing.command.Exit;

@DisplayName("An award notice")
class NoticeCheckTest {

    private static final TrustedKeys TRUST =
            new TrustedKeys(Trust.of(SampleProcedure.authorities()), List.of());
    private static final AwardView RICH = SampleProcedure.awards().get("rich");

    private static Report check(byte[] pdf, TrustedKeys trust) {
        return new Verifier(trust, SampleProcedure.DECIDED).check(Map.of("n", pdf))
                .getFirst().report();
    }

    private static void assertDiffers(AwardView said) {
        Report report = check(SampleProcedure.notice(RICH, said), TRUST);
        assertEquals(Optional.of(Found.PRINTED_DIFFERS),
                report.firstWrong().map(Finding::found), () -> report.findings().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "rich", "large", "contested"})
    @DisplayName("prints what the data inside it says:")
    void holds(String name) {
        AwardView award = SampleProcedure.awards().get(name);
        Report report = check(SampleProcedure.notice(award, award), TRUST);
        assertEquals(Exit.HOLDS, report.exit(), () -> report.findings().toString());
        assertTrue(report.findings().stream()
                .anyMatch(finding -> finding.found() == Found.RELEASE_AS_AWARD));
        assertTrue(report.findings().stream()
                .filter(finding -> finding.found() == Found.TIME_STAMPED)
                .anyMatch(finding -> finding.details()
                        .contains(SampleProcedure.DECIDED
                                .truncatedTo(ChronoUnit.SECONDS).toString())),
                () -> report.findings().toString());
    }

    @Test
    @DisplayName("whose time-stamp is by nobody who is trusted holds without it, and says so")
    void stampNotTrusted() throws Exception {
        AwardView plain = SampleProcedure.awards().get("plain");
        Report report = check(SampleProcedure.noticeStampedByAStranger(plain), TRUST);
        assertEquals(Exit.HOLDS, report.exit(), () -> report.findings().toString());
        assertTrue(report.findings().stream()
                .anyMatch(finding -> finding.found() == Found.TIME_STAMP_NOT_COUNTED));
    }

    @Test
    @DisplayName("by a signer nobody trusts is consistent, no more")
    void notTrusted() {
        assertEquals(Exit.NOT_TRUSTED,
                check(SampleProcedure.notice(RICH, RICH), TrustedKeys.none()).exit());
    }

    @Test
    @DisplayName("that prints another price, name, hash, reason or order than its data is told")
    void differs() {
        assertDiffers(lots(lot -> lot(lot, List.of(standing(lot, 1, "97100.01")))));
        assertDiffers(lots(lot -> lot(lot, List.of(standing(lot, 1, "7100.00")))));
        assertDiffers(bids(bid -> new AwardView.Bid(bid.id(),
                new AwardView.Organisation(bid.bidder().id(), bid.bidder().name() + "x"),
                bid.receivedAt(), bid.digest(), bid.disqualified())));
        assertDiffers(bids(bid -> new AwardView.Bid(bid.id(), bid.bidder(), bid.receivedAt(),
                "00" + bid.digest().substring(2), bid.disqualified())));
        List<AwardView.Evidence> other = new ArrayList<>(RICH.evidence());
        other.set(0, new AwardView.Evidence("tender-published", Instant.EPOCH, "ab".repeat(32)));
        assertDiffers(copy(RICH.bids(), RICH.lots(), other));
        assertDiffers(lots(lot -> lot(lot, lot.ranking().reversed())));
    }

    private static AwardView.Standing standing(AwardView.Lot lot, int rank, String price) {
        AwardView.Standing first = lot.ranking().getFirst();
        return new AwardView.Standing(first.bid(), first.bidder(), Money.of(price, "EUR"),
                Optional.of(rank), false, Optional.empty());
    }

    private static AwardView.Lot lot(AwardView.Lot lot, List<AwardView.Standing> ranking) {
        return new AwardView.Lot(lot.id(), lot.number(), lot.title(), lot.result(),
                lot.awardedBid(), lot.winner(), lot.price(), lot.reason(), ranking, lot.auction());
    }

    private static AwardView lots(UnaryOperator<AwardView.Lot> first) {
        return copy(RICH.bids(), changed(RICH.lots(), first), RICH.evidence());
    }

    private static AwardView bids(UnaryOperator<AwardView.Bid> first) {
        return copy(changed(RICH.bids(), first), RICH.lots(), RICH.evidence());
    }

    private static <T> List<T> changed(List<T> list, UnaryOperator<T> first) {
        List<T> changed = new ArrayList<>(list);
        changed.set(0, first.apply(changed.getFirst()));
        return changed;
    }

    private static AwardView copy(List<AwardView.Bid> bids, List<AwardView.Lot> lots,
            List<AwardView.Evidence> evidence) {
        return new AwardView(RICH.id(), RICH.source(), RICH.tender(), RICH.reference(),
                RICH.buyer(), RICH.outcome(), RICH.decidedAt(), RICH.zone(), RICH.closedAt(),
                RICH.prices(), RICH.total(), RICH.description(), bids, lots, RICH.winners(),
                evidence, Optional.empty());
    }

    @Test
    @DisplayName("with any byte changed is not validly signed")
    void everyByteCounts() throws Exception {
        // Every byte of a small one, which a reader has through in no time; of a real one, most
        // of which is fonts, every one of a few hundred.
        assertEquals(List.of(), unnoticed(SampleProcedure.smallNotice(), 1));
        AwardView plain = SampleProcedure.awards().get("plain");
        assertEquals(List.of(), unnoticed(SampleProcedure.notice(plain, plain), 307));
    }

    private static List<Integer> unnoticed(byte[] pdf, int step) throws Exception {
        // The trusted authority's own certificate comes along in the time-stamp for tools that
        // want it. Trust never comes from there, so what stands in it carries no meaning.
        String unneeded = HexFormat.of().withUpperCase()
                .formatHex(SampleProcedure.BUYERS.certificate().getEncoded());
        int from = new String(pdf, StandardCharsets.ISO_8859_1).indexOf(unneeded);
        return IntStream.range(0, pdf.length / step).parallel().map(i -> i * step).filter(i -> {
            if (from >= 0 && i >= from && i < from + unneeded.length()) {
                return false;
            }
            byte[] changed = pdf.clone();
            changed[i] ^= (byte) (1 << i % 8);
            return check(changed, TRUST).exit() != Exit.WRONG;
        }).boxed().toList();
    }
}
