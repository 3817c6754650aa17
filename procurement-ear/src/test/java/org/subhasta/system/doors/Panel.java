package org.subhasta.system.doors;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.subhasta.bidding.Committees;
import org.subhasta.bidding.OpeningTask;
import org.subhasta.bidding.OpeningView;
import org.subhasta.bidding.Openings;
import org.subhasta.bidding.Unsealing;
import org.subhasta.bidding.model.OpeningTerms;
import org.subhasta.bidding.model.Part;
import org.subhasta.kernel.Outcome;
import org.subhasta.parties.Role;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.sealing.Committee;
import org.subhasta.signing.sealing.Envelope;
import org.subhasta.signing.sealing.Opener;
import org.subhasta.signing.sealing.OpeningAct;
import org.subhasta.signing.sealing.PartName;
import org.subhasta.signing.sealing.ShareKey;
import org.subhasta.signing.sealing.ShareOpening;
import org.subhasta.system.DoorTest;
import org.subhasta.tendering.model.Draft;

/** An opening committee of the demonstration's openers, with all their keys. */
record Panel(int threshold, List<Member> members) {

    private static final List<String> OPENERS = List.of("sofia@alder-bay sofia-marchetti",
            "jonas@alder-bay jonas-bakke", "elif@harbour-audit elif-kaya",
            "priya@alder-bay priya-raman", "luca@northmoor luca-ferri");

    /** A person and what only this person has. */
    record Member(String person, SigningKey signing, SigningKey encryption) {

        Opener opener() {
            return new Opener(person, encryption.certificate());
        }
    }

    /** The first openers of the demonstration. */
    static Panel of(int threshold, int openers) throws Exception {
        List<Member> members = new ArrayList<>();
        for (String opener : OPENERS.subList(0, openers)) {
            String[] names = opener.split(" ");
            members.add(new Member(Bidder.person(names[0] + ".example"),
                    key(names[1] + ".p12"), key(names[1] + "-encryption.p12")));
        }
        return new Panel(threshold, List.copyOf(members));
    }

    private static SigningKey key(String file) throws Exception {
        return SigningKey.open(Path.of(System.getProperty("subhasta.data"), "demo", file),
                "demonstration".toCharArray());
    }

    Member member(int index) {
        return members.get(index);
    }

    /** As bids are sealed to it. */
    Committee sealing() {
        return new Committee(members.stream().map(Member::opener).toList(), threshold);
    }

    /** As a tender tells it. */
    OpeningTerms terms(boolean twoEnvelopes, Duration grace, Duration period) {
        List<org.subhasta.bidding.model.Opener> openers =
                members.stream().map(Panel::published).toList();
        return new OpeningTerms(new org.subhasta.bidding.model.Committee(threshold, openers,
                Committees.fingerprint(openers, threshold).orElseThrow()),
                twoEnvelopes, grace, period);
    }

    /** As an officer types it into a draft. */
    Draft.Opening typed() {
        Draft.Opening usual = Draft.Opening.usual();
        return new Draft.Opening(members.stream().map(Member::person).toList(),
                Integer.toString(threshold), "one", usual.graceMinutes(), usual.periodDays());
    }

    private static org.subhasta.bidding.model.Opener published(Member member) {
        try {
            return new org.subhasta.bidding.model.Opener(member.person(), "Somebody", "Town",
                    Base64.getEncoder().encodeToString(
                            member.encryption().certificate().getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the platform gives a member's tool. */
    static Outcome<OpeningTask> task(Member member, Box box, Part part) throws Exception {
        return DoorTest.as(member.person(), Role.OPENER,
                () -> DoorTest.door(Openings.class).task(box.id(), part));
    }

    /** The shares of all bids that a member's key opens, and what was put in their place. */
    OpeningAct act(Member member, Box box, Part part, Map<UUID, Optional<byte[]>> instead)
            throws Exception {
        OpeningTask task = DoorTest.done(task(member, box, part));
        List<OpeningAct.Released> released = new ArrayList<>();
        for (String json : task.envelopes()) {
            UUID bid = envelope(json).header().id();
            released.add(new OpeningAct.Released(bid, instead.containsKey(bid)
                    ? instead.get(bid) : share(member, envelope(json), PartName.of(part.word()))));
        }
        released.sort(Comparator.comparing(share -> share.bid().toString()));
        return new OpeningAct(box.id(), PartName.of(part.word()).orElseThrow(), member.person(),
                task.entry(), released, Moment.now());
    }

    Optional<byte[]> share(Member member, Envelope envelope, Optional<PartName> part) {
        return ShareKey.of(member.encryption(), sealing()).orElseThrow()
                .open(envelope, part.orElseThrow()) instanceof ShareOpening.Opened(byte[] share)
                ? Optional.of(share) : Optional.empty();
    }

    static Envelope envelope(String json) {
        return Envelope.read(json.getBytes(StandardCharsets.UTF_8)).orThrow();
    }

    /** Signs an act with the member's key and hands it in as the member. */
    static Outcome<OpeningView> hand(Member member, Box box, byte[] act) throws Exception {
        return hand(member, member.signing(), box, act);
    }

    static Outcome<OpeningView> hand(Member member, SigningKey by, Box box, byte[] act)
            throws Exception {
        byte[] signature = CadesSigner.sign(act, by, Moment.now());
        return DoorTest.as(member.person(), Role.OPENER,
                () -> DoorTest.door(Openings.class).act(box.id(), act, signature));
    }

    /** A member does all that is asked of openers. */
    OpeningView release(Member member, Box box, Part part) throws Exception {
        return DoorTest.done(hand(member, box,
                act(member, box, part, Map.of()).canonicalJson()));
    }

    /** As many members act as are needed, and the platform opens what it can. */
    void open(Box box, Part part) throws Exception {
        // Where there is no bid the timer may have opened the box already: nobody is needed.
        int needed = box.opening().progress().orElseThrow().bids() == 0 ? 0 : threshold;
        for (Member member : members.subList(0, needed)) {
            release(member, box, part);
        }
        advance(box);
    }

    /** Does what the opening's timer does, or finds it done. */
    static void advance(Box box) {
        DoorTest.door(Unsealing.class).advance(box.id());
    }
}
