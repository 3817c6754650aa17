package org.subhasta.verification;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.subhasta.awarding.model.LotAuction;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.Trust;

/** The award in a bundle: against the bids, the journal and its own notice. */
final class AwardCheck {

    private final SortedMap<String, byte[]> files;
    private final Trust trust;
    private final Report report;

    AwardCheck(SortedMap<String, byte[]> files, Trust trust, Report report) {
        this.files = files;
        this.trust = trust;
        this.report = report;
    }

    void check(PublishedNotice notice, JournalPart tender, JournalPart box, Received received,
            CountedBids.Counted bids, Map<String, LotAuction> auctions) {
        PublishedAward award = PublishedAward.read(files.get("award.json"));
        boolean holds = report.check(award.tender().equals(notice.id())
                        && award.title().equals(notice.title()),
                        Found.AWARD_OF_TENDER, Found.AWARD_OF_ANOTHER, award.id())
                && report.check(sameBids(award, received) && sameReasons(award, bids, tender),
                        Found.AWARD_LISTS_BIDS,
                        Found.AWARD_LISTS_OTHERS, Integer.toString(award.bids().size()))
                && new Recomputation(notice, award, report).check(bids, auctions, tender)
                && evidence(award, tender, box)
                && journaled(award, tender);
        if (holds) {
            notice(award, tender);
        }
    }

    private static boolean sameBids(PublishedAward award, Received received) {
        Map<String, Received.Act> standing = received.standing();
        Map<String, String> names = new HashMap<>();
        for (PublishedAward.Bid bid : award.bids()) {
            Received.Act act = standing.remove(bid.id());
            if (act == null || !act.bidder().equals(bid.bidder())
                    || !act.digest().equals(bid.digest())
                    || !act.arrived().equals(bid.receivedAt())) {
                return false;
            }
            names.put(bid.id(), bid.name());
        }
        return standing.isEmpty() && award.lots().stream().allMatch(lot ->
                lot.ranking().stream().allMatch(one -> one.name().equals(names.get(one.bid())))
                && lot.winner().equals(lot.awardedBid().map(names::get)));
    }

    /** Why a bid does not count is said as officers said it, or by the code of its fault. */
    private static boolean sameReasons(
            PublishedAward award, CountedBids.Counted bids, JournalPart tender) {
        Map<String, String> excluded = new HashMap<>();
        Recomputation.disqualifications(tender).stream().filter(one -> one.lot().isEmpty())
                .forEach(one -> excluded.put(one.bid(), one.reason()));
        return award.bids().stream().allMatch(bid -> {
            Optional<String> said = bid.disqualified();
            Optional<CountedBids.Out> out = Optional.ofNullable(bids.out().get(bid.id()));
            Optional<String> reason = Optional.ofNullable(excluded.get(bid.id()))
                    .or(() -> out.flatMap(CountedBids.Out::failed));
            Optional<String> code = out.flatMap(CountedBids.Out::code);
            return reason.isPresent() || code.isEmpty() ? said.equals(reason)
                    : said.filter(text -> text.contains(code.get())).isPresent();
        });
    }

    /** The entries the award says it rests on are those of the journal. */
    private boolean evidence(PublishedAward award, JournalPart tender, JournalPart box) {
        for (PublishedAward.Evidence evidence : award.evidence()) {
            Optional<JournalEntry> entry =
                    tender.find(evidence.leaf()).or(() -> box.find(evidence.leaf()));
            if (entry.isEmpty() || !entry.get().act().equals(evidence.act())
                    || !entry.get().at().equals(evidence.at())) {
                return report.check(false, Found.EVIDENCE_IN_JOURNAL, Found.EVIDENCE_MISSING,
                        evidence.act(), evidence.leaf());
            }
        }
        report.add(Found.EVIDENCE_IN_JOURNAL, Integer.toString(award.evidence().size()));
        return true;
    }

    /** What was published is what was journaled: but for the entry and the notice it then named. */
    private boolean journaled(PublishedAward award, JournalPart tender) {
        List<JournalEntry> decided = tender.of("award-decided");
        boolean holds = decided.size() == 1
                && decided.getFirst().at().equals(award.decidedAt())
                && decided.getFirst().payload().filter(payload -> Arrays.equals(
                        Json.canonical(award.json().without("notice")).withoutLast("evidence"),
                        payload.bytes())).isPresent();
        return report.check(holds, Found.AWARD_JOURNALED, Found.AWARD_NOT_JOURNALED, award.id());
    }

    private void notice(PublishedAward award, JournalPart tender) {
        byte[] pdf = files.get("notice.pdf");
        if (pdf == null) {
            report.add(Found.FILE_MISSING, "notice.pdf");
            return;
        }
        String hash = Sha256.hex(pdf);
        boolean named = award.isNotice(hash, pdf.length)
                && tender.of("award-published").stream().flatMap(e -> e.payload().stream())
                        .map(payload -> payload.text("notice")).toList().equals(List.of(hash));
        if (report.check(named, Found.PDF_JOURNALED, Found.PDF_NOT_JOURNALED, hash)) {
            Optional<PublishedAward> inside =
                    NoticeCheck.check(pdf, trust, award.decidedAt(), report);
            inside.ifPresent(printed -> report.check(NoticeCheck.isOf(printed, award),
                    Found.PDF_SAYS_THE_SAME, Found.PDF_SAYS_ANOTHER));
        }
    }
}
