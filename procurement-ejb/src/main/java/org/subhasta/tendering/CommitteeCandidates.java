package org.subhasta.tendering;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.subhasta.bidding.Committees;
import org.subhasta.bidding.model.Opener;
import org.subhasta.parties.OpenerKey;
import org.subhasta.parties.OpenerView;
import org.subhasta.parties.Openers;
import org.subhasta.tendering.model.OpeningAdmission;

/** Those who may open bids, as the rules of publication ask for them. */
final class CommitteeCandidates implements OpeningAdmission.Openers {

    private final Openers openers;

    CommitteeCandidates(Openers openers) {
        this.openers = openers;
    }

    @Override
    public Optional<OpeningAdmission.Candidate> find(String person) {
        return openers.find(person).map(CommitteeCandidates::candidate);
    }

    @Override
    public Optional<String> fingerprint(List<Opener> members, int threshold) {
        return Committees.fingerprint(members, threshold);
    }

    private static OpeningAdmission.Candidate candidate(OpenerView view) {
        Optional<Opener> opener = view.signing().flatMap(signing -> view.encryption())
                .map(key -> new Opener(view.person(), view.name(), view.organisationName(),
                        Base64.getEncoder().encodeToString(key.der())));
        Instant until = view.signing().map(OpenerKey::validUntil).flatMap(signing ->
                view.encryption().map(OpenerKey::validUntil)
                        .map(encryption -> signing.isBefore(encryption) ? signing : encryption))
                .orElse(Instant.EPOCH);
        return new OpeningAdmission.Candidate(view.name(), opener, until);
    }
}
