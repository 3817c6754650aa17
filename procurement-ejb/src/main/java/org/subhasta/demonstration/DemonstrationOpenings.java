package org.subhasta.demonstration;

import static org.subhasta.demonstration.Participants.done;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.subhasta.bidding.OpeningReports;
import org.subhasta.bidding.OpeningTask;
import org.subhasta.bidding.OpeningView;
import org.subhasta.bidding.Openings;
import org.subhasta.bidding.RehearsalTask;
import org.subhasta.bidding.Rehearsals;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.Part;
import org.subhasta.journal.LogReports;
import org.subhasta.kernel.ServerClock;
import org.subhasta.parties.Callers;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.CanonicalJson;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.log.Hash;
import org.subhasta.signing.log.LogProof;
import org.subhasta.signing.sealing.BoxNotice;
import org.subhasta.signing.sealing.Closing;
import org.subhasta.signing.sealing.Envelope;
import org.subhasta.signing.sealing.OpeningAct;
import org.subhasta.signing.sealing.PartName;
import org.subhasta.signing.sealing.Rehearsal;
import org.subhasta.signing.sealing.ShareKey;
import org.subhasta.signing.sealing.ShareOpening;
import org.subhasta.tendering.TenderReports;

/** What the openers of the demonstration do, each as their own tool would with their own keys. */
@ApplicationScoped
public class DemonstrationOpenings {

    @EJB
    private Rehearsals rehearsals;
    @EJB
    private Openings openings;
    @EJB
    private OpeningReports reports;
    @EJB
    private TenderReports tenders;
    @EJB
    private LogReports log;
    @EJB
    private Callers callers;
    @Inject
    private ServerClock clock;

    /** Lets those rehearse who are to, each once and while the box is open. */
    void rehearse(Participants participants, Scene scene, String tender) throws Exception {
        Scene.Committee committee = scene.opening().orElseThrow();
        for (DemonstrationAccount opener
                : committee.openers().subList(0, committee.rehearsed())) {
            OpeningView view = reports.find(tender).orElseThrow();
            String person = participants.participant(opener).person();
            if (view.state() instanceof BoxState.Open
                    && view.member(person).orElseThrow().rehearsedAt().isEmpty()) {
                rehearse(participants, opener, tender);
            }
        }
    }

    private void rehearse(Participants participants, DemonstrationAccount opener, String tender)
            throws Exception {
        ShareKey shares = shareKey(participants, opener, notice(tender));
        participants.as(opener, callers, () -> {
            RehearsalTask task = done(rehearsals.begin(tender));
            byte[] secret = shares.rehearse(tender, bytes(task.enc()), bytes(task.sealed()))
                    .orElseThrow();
            Instant now = clock.now();
            byte[] statement = CanonicalJson.canonicalize(Json.createObjectBuilder()
                    .add("format", Rehearsal.FORMAT)
                    .add("tender", tender)
                    .add("opener", task.opener())
                    .add("certificate", task.certificate())
                    .add("secret", Base64.getEncoder().encodeToString(secret))
                    .add("madeAt", now.toString())
                    .build().toString());
            return done(rehearsals.answer(tender, statement,
                    CadesSigner.sign(statement, participants.keys().get(opener), now)));
        });
    }

    /**
     * Lets as many openers act as the bids need. The platform opens them soon after.
     *
     * @return whether everything is opened
     */
    boolean open(Participants participants, Scene scene, String tender) throws Exception {
        OpeningView view = reports.find(tender).orElseThrow();
        Optional<Part> part = view.state().opening(view.terms());
        if (part.isPresent()) {
            Scene.Committee committee = scene.opening().orElseThrow();
            for (DemonstrationAccount opener
                    : committee.openers().subList(0, committee.threshold())) {
                String person = participants.participant(opener).person();
                if (!view.member(person).orElseThrow().acted().containsKey(part.get())) {
                    act(participants, opener, tender, part.get());
                }
            }
        }
        return view.state() instanceof BoxState.Opened;
    }

    /** Nothing while the log does not prove the closing yet: that takes it a second or two. */
    private void act(Participants participants, DemonstrationAccount opener, String tender,
            Part part) throws Exception {
        BoxNotice notice = notice(tender);
        ShareKey shares = shareKey(participants, opener, notice);
        participants.as(opener, callers, () -> {
            OpeningTask task = done(openings.task(tender, part));
            Optional<LogProof> proof = log.proof(Hash.hex(task.entry()));
            if (proof.isPresent()) {
                Instant now = clock.now();
                byte[] act = act(task, verified(proof.get(), notice, part, now), shares, now);
                done(openings.act(tender, act,
                        CadesSigner.sign(act, participants.keys().get(opener), now)));
            }
            return null;
        });
    }

    private Closing verified(LogProof proof, BoxNotice notice, Part part, Instant now) {
        return switch (Closing.verify(proof, log.verifierKey(), notice.tender(), name(part),
                notice.deadline(), now)) {
            case Closing.Verified(Closing closing) -> closing;
            case Closing.Refused(Closing.Refusal why, String sentence) ->
                    throw new IllegalStateException("the closing does not hold: " + sentence);
        };
    }

    private static byte[] act(OpeningTask task, Closing closing, ShareKey shares, Instant now) {
        List<OpeningAct.Released> released = new ArrayList<>();
        for (String json : task.envelopes()) {
            Envelope envelope =
                    Envelope.read(json.getBytes(StandardCharsets.UTF_8)).orThrow();
            released.add(new OpeningAct.Released(envelope.header().id(),
                    shares.open(envelope, closing.part()) instanceof ShareOpening.Opened(byte[] own)
                            ? Optional.of(own) : Optional.empty()));
        }
        released.sort(Comparator.comparing(share -> share.bid().toString()));
        return new OpeningAct(task.box(), closing.part(), task.opener(), closing.entry(), released,
                now).canonicalJson();
    }

    private BoxNotice notice(String tender) {
        return BoxNotice.read(tenders.notice(tender).orElseThrow()).orThrow();
    }

    private static ShareKey shareKey(Participants participants, DemonstrationAccount opener,
            BoxNotice notice) {
        SigningKey key = participants.encryption().get(opener);
        return ShareKey.of(key, notice.committee()).orElseThrow();
    }

    private static PartName name(Part part) {
        return PartName.of(part.word()).orElseThrow();
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
