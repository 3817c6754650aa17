package org.subhasta.bidding;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.subhasta.bidding.OpeningView.Member;
import org.subhasta.bidding.OpeningView.Progress;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.OpeningTerms;
import org.subhasta.bidding.model.Part;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Role;

/**
 * What everybody may know of openings: committee, rehearsals, progress, and the record once a part
 * is opened. Before the closing nothing here depends on how many bids there are (B1).
 */
@Stateless
@PermitAll
public class OpeningReports {

    @PersistenceContext
    private EntityManager entities;
    @Inject
    private Callers callers;
    @Inject
    private StandingBids bids;
    @Inject
    private OpeningWriting writing;

    /** The opening of a box; empty where there is no such box, or one from before sealing. */
    public Optional<OpeningView> find(String id) {
        return box(id).flatMap(box -> box.opening().map(terms -> view(box, terms)));
    }

    /**
     * The record of what is opened wholly: the technical parts once all of them are, everything once
     * the box is opened. Empty before.
     */
    public Optional<OpeningRecord> record(String id) {
        return box(id).filter(box -> box.opening().isPresent()
                && !openedParts(box).isEmpty()).map(box -> writing.record(box, openedParts(box)));
    }

    /**
     * The tenders of the caller's organisation that close within two days and whose openers have not
     * rehearsed enough, the next to close first.
     */
    @RolesAllowed(Role.Names.OFFICER)
    public List<OpeningView> warnings() {
        return entities.createQuery("""
                SELECT b.id FROM BoxRow b
                WHERE b.organisation = :organisation AND b.state = 'open'
                  AND b.warnedAt IS NOT NULL ORDER BY b.closesAt, b.id""", String.class)
                .setParameter("organisation", callers.current().organisation())
                .getResultStream().map(id -> find(id).orElseThrow())
                .filter(OpeningView::warned).toList();
    }

    /** The parts of which nothing is left to be opened. */
    static List<Part> openedParts(BoxRow box) {
        List<Part> all = box.opening().orElseThrow().parts();
        return switch (box.state()) {
            case BoxState.TechnicalOpened t -> all.subList(0, 1);
            case BoxState.Released r -> all.subList(0, 1);
            case BoxState.Opened o -> all;
            case BoxState.Open o -> List.of();
            case BoxState.Closed c -> List.of();
            case BoxState.Abandoned a -> List.of();
        };
    }

    private OpeningView view(BoxRow box, OpeningTerms terms) {
        Map<String, Instant> rehearsed = entities.createQuery(
                        "SELECT r FROM RehearsalRow r WHERE r.key.box = :box", RehearsalRow.class)
                .setParameter("box", box.id()).getResultStream()
                .collect(Collectors.toMap(RehearsalRow::opener, RehearsalRow::at));
        Map<String, Map<Part, Instant>> acted = new HashMap<>();
        List<Acted> acts = acts(box.id());
        acts.forEach(act -> acted.computeIfAbsent(act.opener(), o -> new HashMap<>())
                .put(act.part(), act.at()));
        List<Member> members = terms.committee().openers().stream()
                .map(opener -> new Member(opener,
                        Optional.ofNullable(rehearsed.get(opener.person())),
                        acted.getOrDefault(opener.person(), Map.of()))).toList();
        boolean few = rehearsed.size() < terms.committee().threshold();
        return new OpeningView(box.id(), box.closesAt(), terms, box.state(), members,
                few && box.isWarned() && box.state() instanceof BoxState.Open,
                box.openingEndsAt(),
                box.givenUpAt().isPresent() || box.state() instanceof BoxState.Abandoned,
                shownPart(box, terms).map(part -> progress(box, terms, part, acts)));
    }

    /** The part being opened, or the last that was. */
    private static Optional<Part> shownPart(BoxRow box, OpeningTerms terms) {
        return box.state().opening(terms).or(() -> openedParts(box).isEmpty()
                ? Optional.empty() : Optional.of(openedParts(box).getLast()));
    }

    /** Counted by the database: envelopes and acts are large, and anybody may ask. */
    private Progress progress(BoxRow box, OpeningTerms terms, Part part, List<Acted> acts) {
        Object[] opened = entities.createQuery("""
                SELECT count(o), count(o.code) FROM OpenedPartRow o JOIN BidRow b ON b.id = o.key.bid
                WHERE b.box = :box AND o.key.part = :part""", Object[].class)
                .setParameter("box", box.id()).setParameter("part", part).getSingleResult();
        int all = ((Number) opened[0]).intValue();
        int failed = ((Number) opened[1]).intValue();
        return new Progress(part,
                (int) acts.stream().filter(act -> act.part() == part).count(),
                terms.committee().threshold(), bids.countToOpen(box.id(), part), all - failed,
                failed);
    }

    /** Who has acted on which part, and when. */
    private record Acted(String opener, Part part, Instant at) {
    }

    private List<Acted> acts(String box) {
        return entities.createQuery("""
                SELECT a.key.opener, a.key.part, a.at FROM OpeningActRow a
                WHERE a.key.box = :box ORDER BY a.at, a.key.opener""", Object[].class)
                .setParameter("box", box).getResultStream()
                .map(row -> new Acted((String) row[0], (Part) row[1], (Instant) row[2])).toList();
    }

    private Optional<BoxRow> box(String id) {
        return Optional.ofNullable(id).map(known -> entities.find(BoxRow.class, known));
    }
}
