package org.subhasta.demonstration;

import static org.subhasta.demonstration.Participants.done;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.subhasta.awarding.Awards;
import org.subhasta.awarding.EvaluationView;
import org.subhasta.bidding.Answer;
import org.subhasta.bidding.BidReports;
import org.subhasta.bidding.Bids;
import org.subhasta.bidding.BoxReports;
import org.subhasta.bidding.BoxView;
import org.subhasta.demonstration.Scene.Closing;
import org.subhasta.demonstration.Scene.Ending;
import org.subhasta.demonstration.Scene.Offer;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.Callers;
import org.subhasta.tendering.DraftView;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderView;
import org.subhasta.tendering.Tenders;
import org.subhasta.tendering.model.Draft;
import org.subhasta.tendering.model.Phase;
import org.subhasta.tendering.model.TenderDocument;

/** Takes each tender of the script one step further, whenever it is time for it. */
@ApplicationScoped
public class DemonstrationTenders {

    @EJB
    private Tenders tenders;
    @EJB
    private TenderReports tenderReports;
    @EJB
    private BoxReports boxes;
    @EJB
    private Bids bids;
    @EJB
    private BidReports bidReports;
    @EJB
    private Awards awards;
    @Inject
    private DemonstrationOpenings openings;
    @EJB
    private Callers callers;
    @EJB
    private OneTransaction oneTransaction;
    @Inject
    private ServerClock clock;

    /** Writes and publishes all tenders that nobody has to hurry for. */
    void publishCalmOnes(Participants participants) throws Exception {
        for (Scene scene : DemonstrationScript.SCENES) {
            if (!scene.isQuick()) {
                begin(participants, scene);
            }
        }
    }

    /** Does what can be done now; whether nothing is left to do. */
    boolean goOn(Participants participants) throws Exception {
        boolean finished = true;
        for (Scene scene : DemonstrationScript.SCENES) {
            finished &= goOn(participants, scene);
        }
        return finished;
    }

    private boolean goOn(Participants participants, Scene scene) throws Exception {
        if (scene.ending() instanceof Ending.Draft) {
            begin(participants, scene);
            return true;
        }
        TenderView tender = begin(participants, scene).orElseThrow();
        if (tender.takesBids()) {
            openings.rehearse(participants, scene, tender.id());
            for (Offer offer : scene.bids()) {
                bid(participants, scene, tender, offer);
            }
        }
        return switch (scene.ending()) {
            case Ending.Draft draft -> true;
            case Ending.Published published -> true;
            case Ending.Cancelled(String reason) -> {
                if (tender.phase() == Phase.OPEN) {
                    participants.as(scene.officer(), callers,
                            () -> done(tenders.cancel(tender.id(), reason)));
                }
                yield true;
            }
            case Ending.Awarded awarded -> award(participants, scene, tender, awarded);
        };
    }

    /** The published tender, published now if it was not; empty where it is to stay a draft. */
    private Optional<TenderView> begin(Participants participants, Scene scene) throws Exception {
        String authority = participants.participant(scene.officer()).organisation();
        Optional<TenderView> known = tenderReports.of(authority).stream()
                .filter(tender -> tender.title().equals(scene.title())).findFirst()
                .flatMap(tender -> tenderReports.find(tender.id()));
        if (known.isPresent()) {
            return known;
        }
        return participants.as(scene.officer(), callers, () -> oneTransaction.run(() -> {
            if (tenders.drafts().stream()
                    .anyMatch(one -> one.draft().title().equals(scene.title()))) {
                return Optional.<TenderView>empty();
            }
            DraftView draft = write(participants, scene);
            return scene.ending() instanceof Ending.Draft ? Optional.<TenderView>empty()
                    : Optional.of(done(tenders.publish(draft.id(), draft.version())));
        }));
    }

    private DraftView write(Participants participants, Scene scene) throws IOException {
        DraftView draft = done(tenders.begin());
        for (String file : scene.files().keySet()) {
            try (InputStream content = resource(file)) {
                draft = done(tenders.attach(draft.id(), draft.version(), file, content));
            }
        }
        return done(tenders.save(draft.id(), draft.version(),
                filled(scene, draft.draft(), ZoneId.of(draft.draft().zone()))
                        .withOpening(opening(participants, scene))));
    }

    private static Draft.Opening opening(Participants participants, Scene scene) {
        Draft.Opening usual = Draft.Opening.usual();
        return scene.opening().map(committee -> new Draft.Opening(
                committee.openers().stream()
                        .map(opener -> participants.participant(opener).person()).toList(),
                Integer.toString(committee.threshold()),
                committee.envelopes() == 2 ? "two" : "one", usual.graceMinutes(),
                usual.periodDays())).orElse(usual);
    }

    private Draft filled(Scene scene, Draft begun, ZoneId zone) {
        List<TenderDocument> titled = begun.documents().stream()
                .map(file -> new TenderDocument(file.sha256(), file.name(),
                        scene.files().get(file.name()), file.size(), file.mediaType())).toList();
        LocalDateTime closes = closes(scene.closing(), clock.now(), zone);
        boolean clear = zone.getRules().getValidOffsets(closes).size() == 1;
        // In the hours when clocks change no local time is clear: then the deadline is in UTC.
        ZoneId shown = clear ? zone : ZoneOffset.UTC;
        LocalDateTime local = clear ? closes : closes(scene.closing(), clock.now(), shown);
        return new Draft(scene.title(), scene.description(), scene.place(),
                scene.classification(), List.of(), scene.prices(), scene.partialBids(), "EUR",
                local.toLocalDate().toString(), local.toLocalTime().toString(),
                clear ? zone.getId() : "UTC", scene.lots(), titled, begun.opening());
    }

    static LocalDateTime closes(Closing closing, Instant now, ZoneId zone) {
        return switch (closing) {
            case Closing.Within within -> now.plus(within.duration())
                    .truncatedTo(ChronoUnit.SECONDS).atZone(zone).toLocalDateTime();
            case Closing.OnDay(int days, LocalTime at) -> {
                LocalDateTime day = now.atZone(zone).toLocalDate().plusDays(days).atTime(at);
                while (days > 1 && (day.getDayOfWeek() == DayOfWeek.SATURDAY
                        || day.getDayOfWeek() == DayOfWeek.SUNDAY)) {
                    day = day.plusDays(1);
                }
                yield day;
            }
        };
    }

    private void bid(Participants participants, Scene scene, TenderView tender, Offer offer)
            throws Exception {
        participants.as(offer.supplier(), callers, () -> {
            if (bidReports.mine(tender.id()).isEmpty()) {
                Answer answer = bids.submit(DemonstrationBid.sealed(tender,
                        tenderReports.notice(tender.id()).orElseThrow(),
                        scene.opening().orElseThrow().envelopes() == 2, offer,
                        participants.participant(offer.supplier()).organisation(),
                        participants.keys().get(offer.supplier()), clock.now()));
                // Too late is nobody's fault: the server may have been stopped in between.
                if (!answer.accepted() && boxes.find(tender.id())
                        .filter(box -> box.takesBidsAt(clock.now())).isPresent()) {
                    throw new IllegalStateException(
                            "a bid of the demonstration was refused: " + answer.refusals());
                }
            }
            return null;
        });
    }

    /** Whether it is awarded. */
    private boolean award(Participants participants, Scene scene, TenderView tender,
            Ending.Awarded ending) throws Exception {
        if (tender.phase() != Phase.OPEN && tender.phase() != Phase.EVALUATION) {
            return true;
        }
        if (boxes.find(tender.id()).filter(BoxView::isClosed).isEmpty()
                || !openings.open(participants, scene, tender.id())) {
            return false;
        }
        return participants.as(scene.officer(), callers, () -> {
            EvaluationView evaluation = done(awards.evaluation(tender.id()));
            if (evaluation.bids().isEmpty()) {
                return true; // everybody came too late: that is left to whoever looks at it
            }
            disqualify(evaluation, participants.participant(ending.disqualified()).organisation(),
                    ending.reason());
            EvaluationView proposed = done(awards.proposeLowest(tender.id(),
                    done(awards.evaluation(tender.id())).version()));
            done(awards.decide(tender.id(), proposed.version()));
            return true;
        });
    }

    private void disqualify(EvaluationView evaluation, String bidder, String reason) {
        evaluation.bids().stream()
                .filter(bid -> bid.bidder().equals(bidder) && bid.disqualified().isEmpty())
                .findFirst()
                .ifPresent(bid -> done(awards.disqualify(evaluation.tender(),
                        evaluation.version(), bid.id(), Optional.empty(), reason)));
    }

    static InputStream resource(String file) {
        InputStream content = DemonstrationTenders.class.getResourceAsStream("files/" + file);
        if (content == null) {
            throw new IllegalStateException("the demonstration lacks the file " + file);
        }
        return content;
    }
}
