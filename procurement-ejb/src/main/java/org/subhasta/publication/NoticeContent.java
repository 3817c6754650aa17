package org.subhasta.publication;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.subhasta.awarding.AwardView;
import org.subhasta.documents.QrCode;

/**
 * What stands in an award notice, as the names its template uses: words and finished strings only,
 * so that the template decides nothing but the layout.
 */
final class NoticeContent {

    /** Longer titles are cut in the overview, and stand in full at their lot. */
    private static final int SHORT_TITLE = 90;

    /** Rankings up to this many bids are kept on one page. */
    private static final int SHORT_RANKING = 12;

    private final AwardView award;
    private final NoticeTexts texts;
    private final Map<String, Integer> bidNumbers = new LinkedHashMap<>();

    NoticeContent(AwardView award, NoticeTexts texts) {
        this.award = award;
        this.texts = texts;
        award.bids().forEach(bid -> bidNumbers.put(bid.id(), bidNumbers.size() + 1));
    }

    /** @param platform its address, without a slash at the end */
    Map<String, Object> values(String platform) {
        String address = platform + "/awards/" + award.id();
        String verification = platform + "/verify?award=" + award.id();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("texts", texts.plain());
        values.put("language", texts.language());
        values.put("id", award.id());
        values.put("reference", award.reference());
        values.put("title", award.tender().title());
        values.put("buyer", award.buyer().name());
        values.put("address", address);
        values.put("verification", verification);
        values.put("qr", QrCode.dataUri(verification));
        values.put("qrAlternative", texts.of("qr.alternative", verification));
        values.put("facts", facts());
        values.put("verdict", verdict());
        values.put("totalHeading", texts.of("totalHeading", currency()));
        values.put("priceHeading", texts.of("priceHeading", currency()));
        values.put("hasWinners", award.winners().size() > 1 || award.lots().size() > 1
                && !award.winners().isEmpty());
        values.put("winners", winners());
        values.put("grandTotal", award.winners().size() > 1
                ? award.total().map(texts::amount).orElse(null) : null);
        values.put("manyLots", award.lots().size() > 1);
        values.put("lots", award.lots().stream().map(this::lot).toList());
        values.put("hasBids", !award.bids().isEmpty());
        values.put("bidsIntroduction", bidsIntroduction());
        values.put("bids", award.bids().stream().map(this::bid).toList());
        values.put("evidence", award.evidence().stream().map(this::evidence).toList());
        return values;
    }

    private List<Map<String, Object>> facts() {
        List<Map<String, Object>> facts = new ArrayList<>();
        facts.add(fact("fact.tender", award.reference()));
        facts.add(fact("fact.buyer", award.buyer().name()));
        award.closedAt().ifPresent(at -> facts.add(fact("fact.closed", texts.day(at))));
        facts.add(fact("fact.decided", texts.day(award.decidedAt())));
        facts.add(fact("fact.lots", String.valueOf(award.lots().size())));
        facts.add(fact("fact.bids", String.valueOf(award.bids().size())));
        if (!currency().isEmpty()) {
            String basis = award.prices().isEmpty() ? "unknown" : award.prices();
            facts.add(Map.of("label", texts.of("fact.prices"),
                    "value", texts.of("prices." + basis, currency())));
        }
        return facts;
    }

    private Map<String, Object> fact(String key, String value) {
        return Map.of("label", texts.of(key), "value", value);
    }

    private String verdict() {
        long awarded = award.lots().stream()
                .filter(lot -> lot.result() == AwardView.LotResult.AWARDED).count();
        if (awarded == 0) {
            return texts.of("verdict.none");
        }
        int winners = award.winners().size();
        if (award.lots().size() == 1) {
            AwardView.Lot lot = award.lots().getFirst();
            return texts.of("verdict.one", lot.winner().orElseThrow().name(),
                    texts.money(lot.price().orElseThrow()));
        }
        return awarded == award.lots().size()
                ? texts.of("verdict.many", awarded, winners)
                : texts.of("verdict.some", awarded, award.lots().size(), winners);
    }

    private List<Map<String, Object>> winners() {
        return award.winners().stream().map(winner -> {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("name", winner.supplier().name());
            values.put("lots", winner.lots().stream().map(String::valueOf)
                    .collect(Collectors.joining(", ")));
            values.put("total", winner.total().map(texts::amount).orElse(""));
            return values;
        }).toList();
    }

    private Map<String, Object> lot(AwardView.Lot lot) {
        Map<String, Object> values = new LinkedHashMap<>();
        String word = word(lot.result());
        String winner = lot.winner().map(AwardView.Organisation::name).orElse("");
        values.put("number", lot.number());
        values.put("title", lot.title());
        values.put("shortTitle", cut(lot.title()));
        values.put("decision", texts.of("decision." + word, winner));
        values.put("statement", texts.of("statement." + word, winner,
                lot.price().map(texts::money).orElse("")));
        values.put("mark", lot.result() == AwardView.LotResult.AWARDED ? "" : "none");
        values.put("price", lot.price().map(texts::amount).orElse(""));
        values.put("reason", lot.reason().isEmpty() ? null : lot.reason());
        values.put("auction", lot.auction().map(id -> texts.of("auction", id)).orElse(null));
        values.put("hasRanking", !lot.ranking().isEmpty());
        values.put("size", lot.ranking().size() <= SHORT_RANKING ? "short" : "");
        values.put("ranking", lot.ranking().stream().map(s -> standing(lot, s)).toList());
        return values;
    }

    private Map<String, Object> standing(AwardView.Lot lot, AwardView.Standing standing) {
        boolean won = lot.awardedBid().equals(Optional.of(standing.bid()));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("rank", standing.rank().map(String::valueOf).orElse(texts.of("rank.none")));
        values.put("bidder", standing.bidder().name());
        values.put("price", texts.amount(standing.price()));
        values.put("mark", won ? "won" : standing.rank().isEmpty() ? "excluded" : "");
        values.put("remark", remark(standing, won));
        return values;
    }

    private String remark(AwardView.Standing standing, boolean won) {
        if (standing.disqualified().isPresent()) {
            return texts.of("remark.out", standing.disqualified().get());
        }
        if (standing.rank().isEmpty()) {
            return texts.of("remark.left");
        }
        if (won) {
            return texts.of(standing.tied() ? "remark.won.tied" : "remark.won");
        }
        return standing.tied() ? texts.of("remark.tied") : "";
    }

    private String bidsIntroduction() {
        return award.bids().isEmpty()
                ? texts.of("bids.none")
                : texts.of("bids.some", award.bids().size(),
                        texts.day(award.closedAt().orElse(award.decidedAt())));
    }

    private Map<String, Object> bid(AwardView.Bid bid) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("number", bidNumbers.get(bid.id()));
        values.put("bidder", bid.bidder().name());
        values.put("received", texts.second(bid.receivedAt()));
        values.put("covered", texts.of("lots.covered", covered(bid), award.lots().size()));
        values.put("digest", bid.digest());
        values.put("out", bid.disqualified().orElse(null));
        return values;
    }

    private long covered(AwardView.Bid bid) {
        return award.lots().stream()
                .filter(lot -> lot.ranking().stream().anyMatch(s -> s.bid().equals(bid.id())))
                .count();
    }

    private Map<String, Object> evidence(AwardView.Evidence evidence) {
        return Map.of("act", texts.orName("act.", evidence.act()),
                "at", texts.second(evidence.at()), "leaf", evidence.leaf());
    }

    private String currency() {
        return award.lots().stream()
                .flatMap(lot -> lot.ranking().stream())
                .map(standing -> standing.price().currency().getCurrencyCode())
                .findFirst().orElse("");
    }

    private static String word(AwardView.LotResult result) {
        return switch (result) {
            case AWARDED -> "awarded";
            case NOT_AWARDED -> "notAwarded";
            case WITHOUT_BIDS -> "withoutBids";
            case ALL_DISQUALIFIED -> "allDisqualified";
        };
    }

    private static String cut(String title) {
        if (title.length() <= SHORT_TITLE) {
            return title;
        }
        int space = title.lastIndexOf(' ', SHORT_TITLE);
        return title.substring(0, space > SHORT_TITLE / 2 ? space : SHORT_TITLE) + " …";
    }
}
