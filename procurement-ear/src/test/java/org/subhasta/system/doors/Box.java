package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.subhasta.system.DoorTest.as;
import static org.subhasta.system.DoorTest.done;
import static org.subhasta.system.DoorTest.door;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.subhasta.bidding.Answer;
import org.subhasta.bidding.Bids;
import org.subhasta.bidding.BoxReports;
import org.subhasta.bidding.BoxView;
import org.subhasta.bidding.Boxes;
import org.subhasta.bidding.Closings;
import org.subhasta.bidding.OpeningRecord;
import org.subhasta.bidding.OpeningReports;
import org.subhasta.bidding.OpeningView;
import org.subhasta.bidding.Submission;
import org.subhasta.bidding.model.BoxLot;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.bidding.model.BoxTerms;
import org.subhasta.bidding.model.OpeningTerms;
import org.subhasta.bidding.model.Part;
import org.subhasta.bidding.model.PriceBasis;
import org.subhasta.journal.EntryView;
import org.subhasta.journal.JournalReports;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Identifier;
import org.subhasta.parties.Callers;
import org.subhasta.parties.Role;
import org.subhasta.tendering.TenderView;

/**
 * A box of a test's own.
 *
 * @param notice what bids have to name
 * @param panel  to whom they are sealed
 */
record Box(String id, String notice, Panel panel, boolean twoEnvelopes) {

    static final String NOTICE = "ab".repeat(32);

    /** Of one lot called 1, for the officer's organisation, opened by two of three. */
    static Box open(String officer, Duration closesIn) throws Exception {
        return open(officer, closesIn, Panel.of(2, 3), false, Duration.ZERO);
    }

    static Box open(String officer, Duration closesIn, Panel panel, boolean twoEnvelopes,
            Duration grace) throws Exception {
        String id = Identifier.next();
        String organisation = as(officer, Role.OFFICER,
                () -> door(Callers.class).current().organisation());
        BoxTerms terms = new BoxTerms(id, organisation, NOTICE, Moment.now().plus(closesIn),
                ZoneId.of("Europe/Amsterdam"), Currency.getInstance("EUR"), PriceBasis.NET,
                List.of(new BoxLot("1", "Chairs")), false, Optional.of(panel.terms(
                        twoEnvelopes, grace, OpeningTerms.SHORTEST_PERIOD)));
        Acts.inTransaction(() -> as(officer, Role.OFFICER,
                () -> done(door(Boxes.class).open(terms))));
        return new Box(id, NOTICE, panel, twoEnvelopes);
    }

    /** The box of a tender that was published with this committee. */
    static Box of(TenderView tender, Panel panel, boolean twoEnvelopes) {
        return new Box(tender.id(), tender.published().orElseThrow().notice(), panel,
                twoEnvelopes);
    }

    Answer send(Bidder bidder, Submission submission) throws Exception {
        return as(bidder.person(), Role.SUPPLIER,
                () -> door(Bids.class).submit(submission));
    }

    /** Takes a bid in; fails where it is refused. */
    UUID take(Bidder bidder, Bid bid) throws Exception {
        Answer answer = send(bidder, bid.made());
        assertTrue(answer.accepted(), answer.toString());
        return answer.receipt().orElseThrow().bid();
    }

    BoxView view() {
        return door(BoxReports.class).find(id).orElseThrow();
    }

    OpeningView opening() {
        return door(OpeningReports.class).find(id).orElseThrow();
    }

    /** The public record of what is opened of it. */
    Optional<OpeningRecord> record() {
        return door(OpeningReports.class).record(id);
    }

    /** Lets its time pass, and closes it. */
    void closeAfter(Duration time) throws Exception {
        Moment.advance(time);
        close();
    }

    /** Closes by hand, or finds it closed by the timer. */
    void close() {
        door(Closings.class).beat();
        door(Closings.class).close(id);
        assertTrue(view().isClosed());
    }

    /** Lets the openers open all of it, or its technical parts. */
    void unseal() throws Exception {
        panel.open(this, twoEnvelopes ? Part.TECHNICAL : Part.BID);
        Class<? extends BoxState> opened =
                twoEnvelopes ? BoxState.TechnicalOpened.class : BoxState.Opened.class;
        assertInstanceOf(opened, view().state());
    }

    /** What is public of it, without covers: those come by chance. */
    List<String> acts() {
        return door(JournalReports.class).entries(Subject.of("box", id)).stream()
                .map(EntryView::act).filter(act -> !act.equals("cover")).toList();
    }

    /** The codes of what openers tried and was refused, as everybody reads them in the journal. */
    List<String> refusedActs() throws Exception {
        List<String> codes = new ArrayList<>();
        try (Connection connection = Moment.connection();
                PreparedStatement query = connection.prepareStatement("""
                        SELECT convert_from(p.content, 'UTF8')::json ->> 'code'
                        FROM journal.payload p JOIN journal.entry e USING (leaf)
                        WHERE e.subject = ? AND e.act = 'opening-refused'
                        ORDER BY e.sequence""")) {
            query.setString(1, "tender/" + id);
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                codes.add(rows.getString(1));
            }
        }
        return codes;
    }
}
