package org.subhasta.publication;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.subhasta.awarding.AwardView;
import org.subhasta.bidding.model.PriceBasis;
import org.subhasta.kernel.Money;
import org.subhasta.tendering.TenderView;
import org.subhasta.tendering.model.Classification;
import org.subhasta.tendering.model.Lot;
import org.subhasta.tendering.model.Notice;
import org.subhasta.tendering.model.Origin;
import org.subhasta.tendering.model.Phase;

/** Awards to print. */
final class Samples {

    static final String ADDRESS = "https://tenders.example";

    private static final Instant CLOSED = Instant.parse("2026-12-17T11:00:00.000210Z");
    private static final String[] BIDDERS = {
        "Kehrwerk Küstenregion GmbH", "Clean Streets Cooperative Ltd", "Balayage Électrique S.A.",
        "Północna Spółka Komunalna Sp. z o.o.", "شركة الشوارع النظيفة"};

    private Samples() {
    }

    /** One lot, two bids, a plain award. */
    static AwardView plain() {
        List<AwardView.Bid> bids = bids(2);
        return award("Winter gritting of the harbour road", bids, List.of(
                awarded(1, "Winter gritting of the harbour road", bids, "")));
    }

    /** Several lots with everything that can happen to one. */
    static AwardView rich() {
        List<AwardView.Bid> bids = bids(5);
        List<AwardView.Lot> lots = new ArrayList<>();
        lots.add(awarded(1, "Compact sweepers, battery-electric, 6 pieces, with driver training and "
                + "a demonstration on the harbour quay", bids, ""));
        lots.add(tied(2, bids));
        lots.add(new AwardView.Lot("lot3", 3, "Maintenance for sixty months",
                AwardView.LotResult.NOT_AWARDED, Optional.empty(), Optional.empty(),
                Optional.empty(), "The lowest price is 40 % above the estimate of the last "
                        + "published budget; the lot will be put out to tender again.",
                standings(bids, 0), Optional.empty()));
        lots.add(new AwardView.Lot("lot4", 4, "Washing bay", AwardView.LotResult.WITHOUT_BIDS,
                Optional.empty(), Optional.empty(), Optional.empty(), "", List.of(),
                Optional.empty()));
        lots.add(new AwardView.Lot("lot5", 5, "Spare parts & brushes <all sizes>",
                AwardView.LotResult.ALL_DISQUALIFIED, Optional.empty(), Optional.empty(),
                Optional.empty(), "", List.of(new AwardView.Standing(bids.get(2).id(),
                        bids.get(2).bidder(), eur("1200.50"), Optional.empty(), false,
                        Optional.of("The brushes offered do not fit."))), Optional.empty()));
        return award("Electric street sweepers and charging points, delivery and five years’ "
                + "maintenance", bids, lots);
    }

    /** As many lots as the largest of the real releases. */
    static AwardView large() {
        List<AwardView.Bid> bids = bids(5);
        List<AwardView.Lot> lots = new ArrayList<>();
        for (int number = 1; number <= 83; number++) {
            lots.add(number % 9 == 0 ? tied(number, bids)
                    : awarded(number, "Framework for community services, area " + number, bids,
                            number % 7 == 0 ? "Confirmed after a check of the reference." : ""));
        }
        return award("Community services framework 2025 to 2029", bids, lots);
    }

    /** One lot that forty organisations bid for: a list of bids over several pages. */
    static AwardView contested() {
        List<AwardView.Bid> bids = bids(40);
        return award("Winter gritting of the harbour road", bids, List.of(
                awarded(1, "Winter gritting of the harbour road", bids, "")));
    }

    private static AwardView award(
            String title, List<AwardView.Bid> bids, List<AwardView.Lot> lots) {
        List<AwardView.Winner> winners = new ArrayList<>();
        for (AwardView.Bid bid : bids) {
            List<AwardView.Lot> won = lots.stream()
                    .filter(lot -> lot.awardedBid().equals(Optional.of(bid.id()))).toList();
            if (!won.isEmpty()) {
                winners.add(new AwardView.Winner(bid.bidder(),
                        won.stream().map(lot -> lot.price().orElseThrow()).reduce(Money::plus),
                        won.stream().map(AwardView.Lot::number).toList()));
            }
        }
        return new AwardView("k3v9t2mzq7xd", AwardView.Source.DECIDED,
                new AwardView.Tender("8hq2c4m1r0pw", title), "8hq2c4m1r0pw",
                new AwardView.Organisation(Optional.of("org"), "Municipality of Alder Bay"),
                winners.isEmpty() ? AwardView.Outcome.UNSUCCESSFUL : AwardView.Outcome.COMPLETE,
                Instant.parse("2026-12-21T09:14:32.120000Z"), ZoneId.of("Europe/Berlin"),
                Optional.of(CLOSED), "net",
                winners.stream().map(w -> w.total().orElseThrow()).reduce(Money::plus), "",
                bids, lots, winners, List.of(
                        evidence("tender-published", "2026-11-23T08:00:00Z", "5a"),
                        evidence("box-closed", "2026-12-17T11:00:00.000210Z", "c1"),
                        evidence("bid-disqualified", "2026-12-18T10:20:11Z", "9e"),
                        evidence("award-decided", "2026-12-21T09:14:32.120000Z", "07")),
                Optional.empty());
    }

    private static AwardView.Evidence evidence(String act, String at, String digit) {
        return new AwardView.Evidence(act, Instant.parse(at), digit.repeat(32));
    }

    private static List<AwardView.Bid> bids(int count) {
        List<AwardView.Bid> bids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bids.add(new AwardView.Bid(new UUID(0x4000, i).toString(),
                    new AwardView.Organisation(Optional.of("o" + i), i < BIDDERS.length
                            ? BIDDERS[i] : "Bidder number " + (i + 1)),
                    CLOSED.minusSeconds(86_400L * (count - i) + 731L * i),
                    "3f9c".repeat(15) + "beef",
                    i == 4 ? Optional.of("No bank guarantee was handed in although it was asked for "
                            + "in section 4 of the tender.") : Optional.empty()));
        }
        return bids;
    }

    private static AwardView.Lot awarded(
            int number, String title, List<AwardView.Bid> bids, String reason) {
        List<AwardView.Standing> standings = standings(bids, number);
        return lot(number, title, standings.getFirst(), reason, standings);
    }

    private static AwardView.Lot tied(int number, List<AwardView.Bid> bids) {
        List<AwardView.Standing> standings = new ArrayList<>(standings(bids, number));
        AwardView.Standing first = standings.getFirst();
        standings.set(0, new AwardView.Standing(first.bid(), first.bidder(), first.price(),
                Optional.of(1), true, Optional.empty()));
        standings.set(1, new AwardView.Standing(standings.get(1).bid(), standings.get(1).bidder(),
                first.price(), Optional.of(1), true, Optional.empty()));
        return lot(number, "Charging points, 12 pieces, installed", standings.get(1),
                "Drawn by lot on 18 December 2026 before both bidders.", standings);
    }

    private static AwardView.Lot lot(int number, String title, AwardView.Standing won,
            String reason, List<AwardView.Standing> standings) {
        return new AwardView.Lot("lot" + number, number, title, AwardView.LotResult.AWARDED,
                Optional.of(won.bid()), Optional.of(won.bidder()), Optional.of(won.price()),
                reason, standings, Optional.of("auct10n").filter(auction -> number == 1));
    }

    private static List<AwardView.Standing> standings(List<AwardView.Bid> bids, int shift) {
        List<AwardView.Standing> standings = new ArrayList<>();
        int rank = 0;
        for (int i = 0; i < bids.size(); i++) {
            AwardView.Bid bid = bids.get(i < 4 ? (i + shift) % Math.min(4, bids.size()) : i);
            boolean out = bid.disqualified().isPresent();
            standings.add(new AwardView.Standing(bid.id(), bid.bidder(),
                    eur(97_000 + 1_250 * i + shift * 100 + ".00"),
                    out ? Optional.empty() : Optional.of(++rank), false, bid.disqualified()));
        }
        return standings;
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    /** The tender of an award, as it stands while the award is decided. */
    static TenderView tender(AwardView award) {
        return new TenderView(award.tender().id(), award.reference(), Origin.HERE,
                Phase.EVALUATION, award.tender().title(), "What is wanted",
                new Notice.Buyer("org", award.buyer().name(), "XI-REG", "7"), "Alder Bay",
                Optional.of(new Classification("34144430", "Road-sweeping vehicles")), List.of(),
                "open", "", Optional.empty(),
                Optional.of(new TenderView.Closing(CLOSED, award.zone(), CLOSED, List.of())),
                award.lots().stream().map(lot -> new Lot(lot.id(), lot.title(), "",
                        Optional.empty(), "", Optional.empty(), Optional.empty(), false)).toList(),
                List.of(), Optional.of(new TenderView.Published(CLOSED.minusSeconds(2_000_000),
                        "cd".repeat(32), PriceBasis.NET, true, Currency.getInstance("EUR"), Optional.empty())),
                Optional.empty(), Optional.empty());
    }

    /** The notice of an award, unsigned. */
    static byte[] pdf(AwardView award) throws IOException {
        NoticeTexts texts = new NoticeTexts(NoticePdf.AWARD, award.zone());
        return NoticePdf.AWARD.render(new NoticeContent(award, texts).values(ADDRESS),
                NoticeData.of(award,
                        ReleasePackage.of(tender(award), Optional.of(award), ADDRESS), texts),
                award.decidedAt());
    }
}
