package org.subhasta.auction;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.subhasta.auction.ActStore.Kept;
import org.subhasta.auction.ActStore.Unjudged;
import org.subhasta.auction.format.ActWriter;
import org.subhasta.auction.format.FactWriter;
import org.subhasta.auction.model.Act;
import org.subhasta.auction.model.Act.Interrupted;
import org.subhasta.auction.model.Answer;
import org.subhasta.auction.model.Auction;
import org.subhasta.auction.model.AuctionRefusal;
import org.subhasta.auction.model.ClockWatch;
import org.subhasta.auction.model.Fact;
import org.subhasta.auction.model.InterruptionRule;
import org.subhasta.journal.Actor;
import org.subhasta.journal.ConcealedActs;
import org.subhasta.journal.Entry;
import org.subhasta.kernel.Period;
import org.subhasta.kernel.Refusal;

/** One turn of judging at a lot, under its lock, at one instant. */
final class Sitting {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Actor TIME = Actor.system("time");
    private static final Actor SCHEDULE = Actor.system("schedule");
    private static final Actor RULE = Actor.system("interruption-rule");

    private final ActStore store;
    private final LotState before;
    private final Instant at;
    private final List<Entered> entered = new ArrayList<>();
    private final List<Pending> answers = new ArrayList<>();
    private Auction auction;
    private long acts;

    /**
     * Something to be recorded.
     *
     * @param number of the act; 0 where it is none, or was refused before it was judged
     */
    private record Entered(ConcealedActs.Act act, long number, String line,
            Optional<Delivery> delivery, String code, List<String> details) {
    }

    /** An answer, and which of what was entered it is about; −1: none, or what was known before. */
    private record Pending(Answer answer, int entry, Optional<Delivery> delivery) {
    }

    Sitting(ActStore store, LotState state, Instant at) {
        this.store = store;
        this.before = state;
        this.at = at;
        this.auction = state.auction();
        this.acts = state.acts();
    }

    /** The clock was set: where that matters to this lot, it is interrupted. */
    void jumped(ClockWatch.Jump jump) {
        InterruptionRule.step(auction, jump.expected(), jump.now())
                .filter(act -> !act.until().isAfter(at)).ifPresent(this::interrupt);
    }

    /** No server was there, or none that served what was due: then the lot is interrupted. */
    void absence(Optional<Instant> lastBeat, Duration grace) {
        lastBeat.flatMap(beat -> InterruptionRule.after(auction, beat, at, grace))
                .ifPresent(this::absent);
    }

    /** An alarm of the journal kept this lot from being served, whoever was there. */
    void frozen(Period absence, Duration grace) {
        InterruptionRule.after(auction, absence, at, grace).ifPresent(this::absent);
    }

    private void absent(Interrupted act) {
        if (act.cause() != Interrupted.Cause.CROSSED_AN_END || isServedLate()) {
            interrupt(act);
        }
    }

    /** What is due is served a moment later by a server that is there, never so much later. */
    private boolean isServedLate() {
        return auction.nextDeadline().filter(due -> Duration.between(due, at)
                .compareTo(InterruptionRule.LARGEST_STEP) > 0).isPresent();
    }

    private void interrupt(Interrupted act) {
        judge(act, RULE, Optional.empty());
    }

    void take(Request request) throws SQLException {
        switch (request) {
            case Request.Signed(Delivery delivery, Optional<AuctionRefusal> flaw) -> {
                if (flaw.isPresent()) {
                    flawed(delivery, flaw.get());
                } else {
                    answers.add(judge(delivery.act().act(), Actor.person(delivery.person()),
                            Optional.of(delivery)));
                }
            }
            case Request.Ordered(Order order, String person) ->
                    answers.add(judge(order.act(auction.advance(at).auction()),
                            Actor.person(person), Optional.empty()));
            case Request.Done(Act.OfSystem act, Actor actor) ->
                    answers.add(judge(act, actor, Optional.empty()));
            case Request.Opening(Instant endedBefore, Duration pause) ->
                    answers.add(opening(endedBefore, pause));
            case Request.Wake wake ->
                    answers.add(new Pending(new Answer.Accepted(List.of()), -1, Optional.empty()));
        }
    }

    /** Judged as of the end of the lot before, which is how a simulation does it, too. */
    private Pending opening(Instant endedBefore, Duration pause) {
        Instant known = endedBefore.isAfter(auction.now()) ? endedBefore : auction.now();
        Instant opensAt = endedBefore.plus(pause);
        return judge(new Act.SetOpening(opensAt.isAfter(known) ? opensAt : known), SCHEDULE,
                Optional.empty(), known.isAfter(at) ? at : known);
    }

    /** Refused before it is judged, so that it changes nothing but the record. */
    private void flawed(Delivery delivery, AuctionRefusal flaw) throws SQLException {
        Act.OfParticipant act = delivery.act().act();
        Answer answer = Judged.refused(flaw);
        if (!auction.admits(act.participant())) {
            answers.add(new Pending(Judged.refused(AuctionRefusal.NOT_ADMITTED), -1,
                    Optional.empty()));
        } else if (flaw != AuctionRefusal.ACT_SIGNATURE_INVALID
                && store.first(delivery.id(), delivery.bytes()).isPresent()) {
            answers.add(new Pending(new Answer.Repeated(answer), -1, Optional.of(delivery)));
        } else {
            answers.add(new Pending(answer, entered.size(), Optional.of(delivery)));
            enter(act, at, Actor.person(delivery.person()), Optional.of(delivery), 0,
                    Refusal.of(flaw));
        }
    }

    private Pending judge(Act act, Actor actor, Optional<Delivery> delivery) {
        return judge(act, actor, delivery, at);
    }

    private Pending judge(Act act, Actor actor, Optional<Delivery> delivery, Instant instant) {
        Auction.Judgement judgement = auction.judge(act, instant);
        auction = judgement.auction();
        passed(judgement.passed());
        Answer answer = judgement.answer();
        boolean kept = switch (answer) {
            case Answer.Accepted accepted -> true;
            case Answer.Refused refused -> refused.code().journaled();
            case Answer.Repeated repeated -> false;
        };
        if (!kept) {
            return new Pending(answer, -1,
                    answer instanceof Answer.Repeated ? delivery : Optional.empty());
        }
        acts++;
        enter(act, instant, actor, delivery, acts, answer instanceof Answer.Refused refused
                ? refused.refusal() : null);
        return new Pending(answer, entered.size() - 1, delivery);
    }

    /** What time brought is recorded before anybody is shown it. */
    private void passed(List<Fact> facts) {
        if (!facts.isEmpty()) {
            JsonObject payload = JSON.createObjectBuilder()
                    .add("facts", FactWriter.write(facts)).build();
            entered.add(new Entered(new ConcealedActs.Act("time-passed", TIME, at, payload), 0, "",
                    Optional.empty(), "", List.of()));
        }
    }

    private void enter(Act act, Instant instant, Actor actor, Optional<Delivery> delivery,
            long number, Refusal refusal) {
        JsonObject line = ActWriter.write(instant, before.lot().name(), act);
        String code = refusal == null ? "" : refusal.code().name();
        JsonObjectBuilder payload = JSON.createObjectBuilder().add("act", line).add("code", code);
        if (number > 0) {
            payload.add("number", number);
        }
        delivery.ifPresent(one -> payload.add("digest", one.digest())
                .add("signature", one.signatureDigest()).add("arrived", one.arrivedAt().toString()));
        String name = ActWriter.word(act) + (refusal == null ? "-accepted" : "-refused");
        entered.add(new Entered(new ConcealedActs.Act(
                name, actor, instant, payload.build()), number,
                line.toString(), delivery, code, refusal == null ? List.of() : refusal.details()));
    }

    /** Writes all of it down. */
    Ledger.Turn write(Connection connection, long jumps) throws SQLException {
        Auction.Advance advance = auction.advance(at);
        auction = advance.auction();
        passed(advance.facts());
        List<Entry> entries = record(connection);
        List<Judged> judged = new ArrayList<>();
        for (Pending pending : answers) {
            judged.add(judged(pending, entries));
        }
        LotState state = entries.isEmpty()
                ? new LotState(before.lot(), before.auction(), before.acts(), jumps)
                : new LotState(before.lot(), auction, acts, jumps);
        return new Ledger.Turn(state, judged, !entries.isEmpty());
    }

    private List<Entry> record(Connection connection) throws SQLException {
        ConcealedActs journal = new ConcealedActs(connection, before.lot().subject());
        List<Entry> entries = journal.append(entered.stream().map(Entered::act).toList());
        List<Kept> kept = new ArrayList<>();
        List<Unjudged> unjudged = new ArrayList<>();
        for (int i = 0; i < entered.size(); i++) {
            Entered one = entered.get(i);
            String leaf = entries.get(i).leafHash();
            if (one.number() > 0) {
                kept.add(new Kept(one.number(), one.act().at(), one.line(), one.delivery(),
                        one.code(), one.details(), leaf));
            } else if (one.delivery().isPresent()) {
                unjudged.add(new Unjudged(at, one.delivery().get(), one.code(), leaf));
            }
        }
        store.keep(kept);
        store.keepUnjudged(unjudged);
        if (!entries.isEmpty()) {
            store.update(acts, auction);
        }
        if (!entries.isEmpty() && auction.result().isPresent()) {
            // Names and limits are public once it is over; of what is late only what is new.
            journal.disclose(at, before.auction().result().isPresent()
                    ? entries.getFirst().sequence() : 1);
        }
        return entries;
    }

    private Judged judged(Pending pending, List<Entry> entries) throws SQLException {
        if (pending.entry() >= 0) {
            return new Judged(pending.answer(), at, Optional.of(new Judged.Recorded(
                    entries.get(pending.entry()).leafHash(),
                    pending.delivery().map(Delivery::arrivedAt).orElse(at),
                    pending.delivery().map(Delivery::signatureDigest).orElse(""))));
        }
        if (pending.delivery().isEmpty()) {
            return new Judged(pending.answer(), at, Optional.empty());
        }
        Delivery delivery = pending.delivery().get();
        ActStore.First first = store.first(delivery.id(), delivery.bytes()).orElseThrow(() ->
                new IllegalStateException("an act was judged that is not recorded"));
        return new Judged(answer(pending, first), first.at(), Optional.of(first.recorded()));
    }

    /** Where a flawed act repeats one that was judged, that one's answer is given again. */
    private static Answer answer(Pending pending, ActStore.First first) {
        if (!(pending.answer() instanceof Answer.Repeated(Answer.Refused known))
                || known.code().name().equals(first.code())) {
            return pending.answer();
        }
        return new Answer.Repeated(first.code().isEmpty() ? new Answer.Accepted(List.of())
                : Judged.refused(AuctionRefusal.valueOf(first.code())));
    }
}
