package org.subhasta.web.bidding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.subhasta.bidding.OpeningReports;
import org.subhasta.bidding.OpeningView;
import org.subhasta.parties.Callers;

/** The opening of the tender that a page shows, looked for once. */
@Named
@RequestScoped
public class OpeningOfTender {

    @Inject
    OpeningReports openings;
    @Inject
    Callers callers;

    private final Map<String, Optional<OpeningView>> found = new HashMap<>();

    /** Null where the tender is not sealed to a committee: a draft, or another publisher's. */
    public OpeningView of(String tender) {
        return found.computeIfAbsent(tender, openings::find).orElse(null);
    }

    /** The key of the sentence that says where the opening is. */
    public String state(OpeningView opening) {
        return "bidding.opening.state." + (opening.givenUp() ? "Abandoned"
                : opening.state().getClass().getSimpleName());
    }

    public String tone(OpeningView opening) {
        return opening.givenUp() ? "closed" : Tones.of(opening.state());
    }

    /** Whether the reader is one of the openers. */
    public boolean isMember(OpeningView opening) {
        return callers.signedIn().flatMap(caller -> opening.member(caller.person())).isPresent();
    }
}
