package org.subhasta.demonstration;

import static org.subhasta.demonstration.Participants.done;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.subhasta.auction.AuctionReports;
import org.subhasta.auction.AuctionView;
import org.subhasta.auction.LotView;
import org.subhasta.auction.Participation;
import org.subhasta.auction.format.LiveTerms;
import org.subhasta.auction.format.SignedAct;
import org.subhasta.auction.model.Act;
import org.subhasta.auction.model.Terms;
import org.subhasta.kernel.Money;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.Callers;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.DetachedJws;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.Validation;

/** Robots in a practice auction: each looks at what it may see, and bids now and then, signed. */
@ApplicationScoped
public class PracticeRobots {

    /** Of so many looks a robot that could bid lets all but one pass. */
    private static final int PATIENCE = 6;

    @EJB
    private Participation participation;
    @EJB
    private AuctionReports reports;
    @EJB
    private Callers callers;
    @Inject
    private ServerClock clock;

    /** Entering again is harmless, so forgetting is, too; one auction is remembered for each. */
    private final Set<String> entered = ConcurrentHashMap.newKeySet();

    /** Lets each robot act, if it wants to. */
    void act(Participants participants, AuctionView auction) throws Exception {
        Terms terms = LiveTerms.read(auction.terms()).value().orElseThrow()
                .file().lots().values().iterator().next();
        for (DemonstrationAccount robot : DemonstrationAccounts.robots()) {
            enter(participants, robot, auction.id());
            if (ThreadLocalRandom.current().nextInt(PATIENCE) == 0) {
                participants.as(robot, callers, () -> {
                    bid(participants, robot, auction, terms);
                    return null;
                });
            }
        }
    }

    private void enter(Participants participants, DemonstrationAccount robot, String auction)
            throws Exception {
        String entry = auction + " " + robot.email();
        if (entered.contains(entry)) {
            return;
        }
        SigningKey key = participants.keys().get(robot);
        participants.as(robot, callers, () -> {
            byte[] statement = participation.statement(auction,
                    Validation.fingerprint(key.certificate())).getBytes(StandardCharsets.UTF_8);
            return done(participation.enter(auction, statement,
                    CadesSigner.sign(statement, key, clock.now())));
        });
        entered.removeIf(known -> known.endsWith(" " + robot.email()));
        entered.add(entry);
    }

    private void bid(Participants participants, DemonstrationAccount robot, AuctionView auction,
            Terms terms) {
        String lot = auction.lots().getFirst().lot();
        LotView seen = reports.lot(auction.id(), lot).orElseThrow();
        PracticeBid judgement = new PracticeBid(terms, auction.id() + robot.email());
        Optional<Money> amount = judgement.amount(seen.view(), ThreadLocalRandom.current());
        if (amount.isEmpty()) {
            return;
        }
        byte[] act = new SignedAct(auction.id(), lot, new Act.PlaceBid(
                UUID.randomUUID().toString(), participants.participant(robot).organisation(),
                judgement.kind(seen.view()), amount.get().decimal(),
                amount.get().currency().getCurrencyCode(), seen.view().facts())).bytes();
        // Somebody may have been faster: a refusal is an answer like any other.
        participation.act(auction.id(), act,
                DetachedJws.sign(act, participants.keys().get(robot)));
    }
}
