package org.subhasta.tendering.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.subhasta.bidding.model.Committee;
import org.subhasta.bidding.model.Opener;
import org.subhasta.bidding.model.OpeningTerms;
import org.subhasta.kernel.Refusal;

/** Judges who is to open a tender's bids and how: the part of {@link Admission} about that. */
public final class OpeningAdmission {

    private final Draft.Opening draft;
    private final List<Refusal> refusals;

    private OpeningAdmission(Draft.Opening draft, List<Refusal> refusals) {
        this.draft = draft;
        this.refusals = refusals;
    }

    /** What is known of openers. */
    public interface Openers {

        /** The opener of that id; empty where the person is none. */
        Optional<Candidate> find(String person);

        /** SHA-256, hexadecimal, of the committee as it is published; empty where two share a key. */
        Optional<String> fingerprint(List<Opener> openers, int threshold);
    }

    /**
     * Somebody who may be chosen.
     *
     * @param opener     with the encryption certificate; empty where none is admitted
     * @param validUntil until when both certificates are valid
     */
    public record Candidate(String name, Optional<Opener> opener, Instant validUntil) {
    }

    /**
     * Judges, adding to the refusals.
     *
     * @param closesAt the deadline: keys have to be valid until the openings may be over
     */
    static Optional<OpeningTerms> judge(Draft.Opening draft, Instant closesAt, Openers openers,
            List<Refusal> refusals) {
        int before = refusals.size();
        OpeningAdmission admission = new OpeningAdmission(draft, refusals);
        boolean two = admission.twoEnvelopes();
        Duration grace = admission.grace();
        Duration period = admission.period();
        List<Opener> members = admission.members(openers,
                closesAt.plus(grace).plus(period.multipliedBy(two ? 2 : 1)));
        int threshold = admission.threshold();
        if (refusals.size() > before) {
            return Optional.empty();
        }
        Optional<String> fingerprint = openers.fingerprint(members, threshold);
        if (fingerprint.isEmpty()) {
            admission.refuse("openers", TenderingRefusal.OPENERS_SHARE_KEY);
        }
        return fingerprint.map(known -> new OpeningTerms(
                new Committee(threshold, members, known), two, grace, period));
    }

    private boolean twoEnvelopes() {
        if (!Set.of("one", "two").contains(draft.envelopes())) {
            refuse("envelopes", TenderingRefusal.ENVELOPES_MISSING);
        }
        return draft.envelopes().equals("two");
    }

    private Duration grace() {
        long most = OpeningTerms.LONGEST_GRACE.toMinutes();
        return Duration.ofMinutes(number(draft.graceMinutes(), 0, most).orElseGet(() -> {
            refuse("graceMinutes", TenderingRefusal.GRACE_UNREADABLE, Long.toString(most));
            return 0L;
        }));
    }

    private Duration period() {
        long least = OpeningTerms.SHORTEST_PERIOD.toDays();
        long most = OpeningTerms.LONGEST_PERIOD.toDays();
        return Duration.ofDays(number(draft.periodDays(), least, most).orElseGet(() -> {
            refuse("periodDays", TenderingRefusal.OPENING_PERIOD_UNREADABLE,
                    Long.toString(least), Long.toString(most));
            return least;
        }));
    }

    private List<Opener> members(Openers openers, Instant until) {
        if (draft.openers().isEmpty()) {
            refuse("openers", TenderingRefusal.COMMITTEE_MISSING);
        }
        if (draft.openers().size() > Committee.MOST_OPENERS) {
            refuse("openers", TenderingRefusal.COMMITTEE_TOO_LARGE,
                    Integer.toString(Committee.MOST_OPENERS));
            return List.of();
        }
        Set<String> chosen = new HashSet<>();
        List<Opener> members = new ArrayList<>();
        for (String person : draft.openers()) {
            Optional<Candidate> candidate = openers.find(person).filter(c -> chosen.add(person));
            if (candidate.isEmpty()) {
                refuse("openers", TenderingRefusal.OPENER_UNKNOWN, person);
            } else if (candidate.get().opener().isEmpty()
                    || !candidate.get().validUntil().isAfter(until)) {
                refuse("openers", TenderingRefusal.OPENER_WITHOUT_KEYS, candidate.get().name());
            } else {
                members.add(candidate.get().opener().get());
            }
        }
        return members;
    }

    private int threshold() {
        int all = draft.openers().size();
        Optional<Long> threshold = number(draft.threshold(), Committee.LEAST_THRESHOLD, all);
        if (threshold.isEmpty()) {
            refuse("threshold", TenderingRefusal.THRESHOLD_UNFIT, Integer.toString(all));
        }
        return threshold.orElse(0L).intValue();
    }

    private static Optional<Long> number(String typed, long least, long most) {
        String plain = typed.strip();
        if (!plain.matches("[0-9]{1,4}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(plain);
        return number < least || number > most ? Optional.empty() : Optional.of(number);
    }

    private void refuse(String field, TenderingRefusal code, String... details) {
        refusals.add(Refusal.at("opening." + field, code, details));
    }
}
