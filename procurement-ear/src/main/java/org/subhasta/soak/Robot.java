package org.subhasta.soak;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import org.subhasta.auction.format.SignedAct;
import org.subhasta.auction.model.Act;
import org.subhasta.auction.model.BidKind;
import org.subhasta.rig.Api;
import org.subhasta.rig.Supplier;
import org.subhasta.signing.DetachedJws;

/**
 * One supplier in one auction, who looks every few seconds and bids, mostly well. What it has sent
 * it sends again, the very bytes, until it is told what became of it.
 */
final class Robot implements Runnable {

    private static final String LOT = "1";
    private static final Duration SHORTEST_LOOK = Duration.ofSeconds(3);
    private static final int LOOKS_APART_MILLIS = 9_000;
    private static final int AGAIN_MILLIS = 1_000;

    private final Api api;
    private final Supplier supplier;
    private final String auction;
    private final Plan.Kind kind;
    private final Random random;
    private final Queue<Attempt> attempts;

    /** @param attempts where what it was told is put */
    Robot(Api api, Supplier supplier, String auction, Plan.Kind kind, long seed,
            Queue<Attempt> attempts) {
        this.api = api;
        this.supplier = supplier;
        this.auction = auction;
        this.kind = kind;
        this.random = new Random(seed);
        this.attempts = attempts;
    }

    @Override
    public void run() {
        try {
            for (Optional<JsonObject> view = look(); !isOver(view); view = look()) {
                Optional<Act.PlaceBid> act = view.flatMap(this::decide);
                if (act.isPresent()) {
                    send(act.get());
                }
                Thread.sleep(SHORTEST_LOOK.toMillis() + random.nextInt(LOOKS_APART_MILLIS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isOver(Optional<JsonObject> view) {
        return view.filter(one -> one.getString("status").equals("ended")).isPresent();
    }

    /** The lot as it is seen; empty while there is no server. */
    private Optional<JsonObject> look() throws InterruptedException {
        try {
            Api.Said said = api.get("auctions/" + auction + "/lots/" + LOT, supplier.token());
            return said.status() == 200 ? Optional.of(said.json().getJsonObject("view"))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** One in ten is made as nobody should; what it comes to is told all the same. */
    private Optional<Act.PlaceBid> decide(JsonObject view) {
        JsonObject own = view.getJsonObject("own");
        boolean foolish = random.nextInt(10) == 0;
        if (own == null || !own.getBoolean("mayAct") && !foolish) {
            return Optional.empty();
        }
        long seen = view.getJsonNumber("number").longValue();
        if (view.containsKey("clockPrice")) {
            // Of a clock that somebody takes nothing is left; who once does not confirm is out.
            boolean confirms = kind == Plan.Kind.CONFIRMING;
            return random.nextInt(40) == 0 != confirms
                    ? Optional.of(act(confirms ? BidKind.CONFIRMATION : BidKind.BID,
                            view.getString("clockPrice"), seen)) : Optional.empty();
        }
        if (own.getInt("rank", 0) == 1 && !foolish) {
            return Optional.empty();
        }
        String next = own.getString("next", "7000.00");
        BigDecimal factor = BigDecimal.valueOf(random.nextInt(40), 4);
        boolean up = kind == Plan.Kind.LIMITS_OF_A_SALE;
        BigDecimal amount = new BigDecimal(next).multiply(up != foolish
                        ? BigDecimal.ONE.add(factor) : BigDecimal.ONE.subtract(factor))
                .setScale(2, up ? RoundingMode.UP : RoundingMode.DOWN);
        return Optional.of(act(up ? BidKind.LIMIT : BidKind.BID,
                amount.toPlainString(), seen));
    }

    private Act.PlaceBid act(BidKind kind, String amount, long seen) {
        return new Act.PlaceBid(UUID.randomUUID().toString(), supplier.organisation(), kind,
                amount, "EUR", seen);
    }

    private void send(Act.PlaceBid act) throws InterruptedException {
        byte[] bytes = new SignedAct(auction, LOT, act).bytes();
        String body = Json.createObjectBuilder()
                .add("act", new String(bytes, StandardCharsets.UTF_8))
                .add("signature", DetachedJws.sign(bytes, supplier.key())).build().toString();
        attempts.add(Attempt.of(auction, act.id(), answer(body)));
        if (random.nextInt(20) == 0) {
            attempts.add(Attempt.of(auction, act.id(), answer(body)));
        }
    }

    private Api.Said answer(String body) throws InterruptedException {
        while (true) {
            try {
                Api.Said said = api.post("auctions/" + auction + "/acts", supplier.token(), body);
                if (!said.isNone()) {
                    return said;
                }
            } catch (IOException e) {
                // Nobody there: whether it was taken is not known.
            }
            Thread.sleep(AGAIN_MILLIS);
        }
    }
}
