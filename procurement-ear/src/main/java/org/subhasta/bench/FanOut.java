package org.subhasta.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subhasta.auction.format.SignedAct;
import org.subhasta.auction.model.Act;
import org.subhasta.auction.model.BidKind;
import org.subhasta.bench.Watchers.Heard;
import org.subhasta.rig.Api;
import org.subhasta.rig.Platform;
import org.subhasta.rig.Supplier;
import org.subhasta.signing.DetachedJws;

/**
 * A thousand watch a lot on which so many bids are accepted in a second: how long after a bid was
 * judged the last of them knows, against the very same texts sent to as many by the same server
 * when it does nothing else.
 */
final class FanOut {

    private static final int WATCHERS = 1_000;
    private static final int CHANGES_A_SECOND = 20;
    private static final int CHANGES = 200;
    private static final Duration TO_ARRIVE = Duration.ofSeconds(5);
    private static final String LOT = "1";
    private static final Pattern DELTA = Pattern.compile("\"from\":(\\d+),\"to\":(\\d+)");
    private static final Pattern SNAPSHOT =
            Pattern.compile("\"snapshot\".*?\"view\":\\{\"number\":(\\d+)");
    private static final Pattern BEST = Pattern.compile("\"best\":\\{\"price\":\"([0-9]+)");

    private final Platform platform;
    private final Api api;
    private final List<Supplier> bidders;

    FanOut(Platform platform, List<Supplier> bidders) {
        this.platform = platform;
        this.api = new Api(platform.api());
        this.bidders = bidders;
    }

    /** Terms of an auction that is watched. */
    static String terms(String opensAt) {
        return """
                {"title": "Watched", "format": "english-reverse", "currency": "EUR",
                 "openingPrice": "1000000.00", "opensAt": "%s",
                 "phases": [{"step": "1.00", "length": "P1D"}]}""".formatted(opensAt);
    }

    /** @param auction with those terms, open, entered by all bidders */
    void measure(String auction, Table table) throws IOException, InterruptedException {
        List<String> texts;
        double ours;
        try (Watchers watchers = new Watchers(platform.port(), WATCHERS)) {
            watchers.watch(auction, LOT);
            Thread.sleep(TO_ARRIVE);
            List<Instant> judged = bid(auction);
            Thread.sleep(TO_ARRIVE);
            List<List<Heard>> heard =
                    watchers.all().stream().map(Watchers.Watcher::heard).toList();
            texts = heard.getFirst().stream().map(Heard::text).skip(1).toList();
            ours = p99(last(heard.stream().map(FanOut::known).toList(), judged));
            table.note(("%,d watchers, %d changes a second: %,d texts, numbers missed: %d (aim: 0),"
                    + " snapshots instead of what came too fast: %d").formatted(WATCHERS,
                    CHANGES_A_SECOND, heard.stream().mapToInt(List::size).sum(),
                    heard.stream().mapToInt(FanOut::missed).sum(),
                    heard.stream().mapToInt(FanOut::snapshots).sum() - WATCHERS));
        }
        double bare = bare(texts);
        table.note(("99 of 100 bids are known to the last watcher within %.1f ms of being judged;"
                + " the same texts by a bare broadcast within %.1f ms: %.2f (aim: at most 2)")
                .formatted(ours, bare, ours / bare));
    }

    /** The instants at which they were judged. */
    private List<Instant> bid(String auction) throws IOException, InterruptedException {
        List<Instant> judged = new ArrayList<>();
        Instant begin = Instant.now();
        for (int i = 0; i < CHANGES; i++) {
            await(begin, i);
            Supplier bidder = bidders.get(i % bidders.size());
            byte[] act = new SignedAct(auction, LOT, new Act.PlaceBid(
                    UUID.randomUUID().toString(), bidder.organisation(), BidKind.BID,
                    amount(i) + ".00", "EUR", 0)).bytes();
            JsonObject answer = api.done("auctions/" + auction + "/acts", bidder.token(),
                    Json.createObjectBuilder().add("act", new String(act, StandardCharsets.UTF_8))
                            .add("signature", DetachedJws.sign(act, bidder.key()))
                            .build().toString());
            judged.add(Instant.parse(answer.getString("at")));
        }
        return judged;
    }

    private static long amount(int bid) {
        return 900_000L - 1_000L * bid;
    }

    private static void await(Instant begin, int change) throws InterruptedException {
        Instant due = begin.plusMillis(change * 1_000L / CHANGES_A_SECOND);
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), due).toMillis()));
    }

    /** When one knew of each bid, or of a better one: what is sent late is sent together. */
    private static List<Instant> known(List<Heard> heard) {
        List<Instant> known = new ArrayList<>();
        for (Heard one : heard) {
            Matcher best = BEST.matcher(one.text());
            while (best.find()) {
                long price = Long.parseLong(best.group(1));
                while (known.size() < CHANGES && price <= amount(known.size())) {
                    known.add(one.at());
                }
            }
        }
        return known;
    }

    /** How often one was sent a difference to something that it was not sent before. */
    private static int missed(List<Heard> heard) {
        int missed = 0;
        long number = -1;
        for (Heard one : heard) {
            Matcher numbers = DELTA.matcher(one.text());
            Matcher snapshot = SNAPSHOT.matcher(one.text());
            if (numbers.find()) {
                missed += number == Long.parseLong(numbers.group(1)) ? 0 : 1;
                number = Long.parseLong(numbers.group(2));
            } else if (snapshot.find()) {
                number = Long.parseLong(snapshot.group(1));
            }
        }
        return missed;
    }

    private static int snapshots(List<Heard> heard) {
        return (int) heard.stream().filter(one -> SNAPSHOT.matcher(one.text()).find()).count();
    }

    /** Of each how long it took until the last knew, in milliseconds. */
    private static List<Double> last(List<List<Instant>> known, List<Instant> begun)
            throws IOException {
        List<Double> last = new ArrayList<>();
        for (int i = 0; i < begun.size(); i++) {
            Instant latest = Instant.MIN;
            for (List<Instant> one : known) {
                if (one.size() <= i) {
                    throw new IOException("a watcher never heard of a change");
                }
                latest = one.get(i).isAfter(latest) ? one.get(i) : latest;
            }
            last.add(Duration.between(begun.get(i), latest).toNanos() / 1e6);
        }
        return last;
    }

    private double bare(List<String> texts) throws IOException, InterruptedException {
        try (Watchers watchers = new Watchers(platform.port(), WATCHERS)) {
            watchers.hear("/bare/watch");
            Thread.sleep(TO_ARRIVE);
            List<Instant> said = new ArrayList<>();
            Instant begin = Instant.now();
            for (int i = 0; i < texts.size(); i++) {
                await(begin, i);
                said.add(Instant.now());
                watchers.say(texts.get(i));
            }
            Thread.sleep(TO_ARRIVE);
            return p99(last(watchers.all().stream().map(one ->
                    one.heard().stream().map(Heard::at).toList()).toList(), said));
        }
    }

    private static double p99(List<Double> milliseconds) {
        return milliseconds.stream().sorted().toList().get(milliseconds.size() * 99 / 100);
    }
}
