package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.EJBAccessException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.BoxReports;
import org.subhasta.bidding.BoxView;
import org.subhasta.bidding.model.BoxState;
import org.subhasta.documents.DocumentRefusal;
import org.subhasta.journal.EntryView;
import org.subhasta.journal.JournalReports;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Role;
import org.subhasta.signing.CanonicalJson;
import org.subhasta.signing.Sha256;
import org.subhasta.system.DoorTest;
import org.subhasta.tendering.DraftView;
import org.subhasta.tendering.TenderList;
import org.subhasta.tendering.TenderQuery;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderView;
import org.subhasta.tendering.Tenders;
import org.subhasta.tendering.model.Draft;
import org.subhasta.tendering.model.Phase;
import org.subhasta.tendering.model.TenderingRefusal;

/** Writing, publishing and ending tenders at their door. */
class TenderingDoorIT extends DoorTest {

    private static String officer;
    private static Panel panel;
    private static String otherOfficer;

    @BeforeEach
    void people() throws Exception {
        if (officer == null) {
            panel = Panel.of(2, 3);
            officer = Bidder.person("mara@alder-bay.example");
            otherOfficer = Bidder.person("tomas@northmoor.example");
        }
    }

    @Test
    void a_draft_is_found_by_officers_of_its_own_organisation_only() throws Exception {
        DraftView draft = officer(() -> done(tenders().begin()));
        assertTrue(officer(() -> tenders().draft(draft.id())).isPresent());
        assertTrue(as(otherOfficer, Role.OFFICER, () -> tenders().draft(draft.id())).isEmpty());
        assertEquals(TenderingRefusal.TENDER_UNKNOWN, as(otherOfficer, Role.OFFICER,
                () -> first(tenders().save(draft.id(), draft.version(), draft.draft()))));
        assertEquals(TenderingRefusal.TENDER_UNKNOWN, as(otherOfficer, Role.OFFICER,
                () -> first(tenders().publish(draft.id(), draft.version()))));
        assertTrue(door(TenderReports.class).find(draft.id()).isEmpty());
        assertThrows(EJBAccessException.class, () -> tenders().begin());
        assertThrows(EJBAccessException.class, () -> tenders().draft(draft.id()));
    }

    @Test
    void who_saves_over_another_officer_is_told_and_nothing_is_lost() throws Exception {
        DraftView read = officer(() -> done(tenders().begin()));
        officer(() -> done(tenders().save(read.id(), read.version(), titled("First"))));
        assertEquals(TenderingRefusal.DRAFT_CHANGED_MEANWHILE, officer(() ->
                first(tenders().save(read.id(), read.version(), titled("Second")))));
        assertEquals("First", officer(() ->
                tenders().draft(read.id()).orElseThrow().draft().title()));
    }

    @Test
    void a_draft_has_a_largest_size() throws Exception {
        DraftView draft = officer(() -> done(tenders().begin()));
        String title = "t".repeat(Tenders.LARGEST_DRAFT_KIB * 1024);
        assertEquals(TenderingRefusal.DRAFT_TOO_LARGE, officer(() ->
                first(tenders().save(draft.id(), draft.version(), titled(title)))));
    }

    @Test
    void an_unfinished_draft_is_saved_but_not_published() throws Exception {
        DraftView draft = officer(() -> {
            DraftView begun = done(tenders().begin());
            return done(tenders().save(begun.id(), begun.version(), titled("Unfinished")));
        });
        List<Refusal> refusals = officer(() -> assertInstanceOf(Outcome.Refused.class,
                tenders().publish(draft.id(), draft.version())).refusals());
        assertTrue(refusals.size() > 3, "all that is missing is told at once: " + refusals);
        assertTrue(officer(() -> tenders().draft(draft.id())).isPresent());
        assertTrue(door(BoxReports.class).find(draft.id()).isEmpty());
    }

    @Test
    void publishing_freezes_the_notice_records_the_act_and_opens_the_box() throws Exception {
        TenderView tender = publish(titled("Seven benches"));
        byte[] notice = door(TenderReports.class).notice(tender.id()).orElseThrow();
        CanonicalJson.requireCanonical(notice);
        String digest = Sha256.hex(notice);
        assertEquals(digest, tender.published().orElseThrow().notice());
        assertEquals(Phase.OPEN, tender.phase());
        EntryView act = door(JournalReports.class)
                .entries(Subject.of("tender", tender.id())).getFirst();
        assertEquals("tender-published", act.act());
        BoxView box = door(BoxReports.class).find(tender.id()).orElseThrow();
        assertEquals(digest, box.terms().notice());
        assertEquals(tender.closing().orElseThrow().at(), box.closesAt());
        assertEquals(List.of("1"), box.terms().lots().stream().map(lot -> lot.id()).toList());
        assertEquals(TenderingRefusal.TENDER_NOT_A_DRAFT, officer(() ->
                first(tenders().save(tender.id(), 1, titled("Other")))));
        assertEquals(TenderingRefusal.TENDER_NOT_A_DRAFT, officer(() ->
                first(tenders().discard(tender.id(), 1))));
    }

    @Test
    void even_the_application_itself_cannot_change_what_was_published() throws Exception {
        TenderView tender = publish(titled("Frozen"));
        try (Connection connection = Moment.connection()) {
            for (String change : List.of(
                    "UPDATE tendering.tender SET notice = '\\x00' WHERE id = ?",
                    "UPDATE tendering.tender SET title = 'Other' WHERE id = ?",
                    "UPDATE tendering.tender SET closes_at = now() WHERE id = ?",
                    "DELETE FROM tendering.tender WHERE id = ?")) {
                try (var statement = connection.prepareStatement(change)) {
                    statement.setString(1, tender.id());
                    SQLException refused = assertThrows(SQLException.class,
                            statement::executeUpdate, change);
                    assertTrue(refused.getMessage().contains("was published"),
                            refused.getMessage());
                }
            }
        }
    }

    @Test
    void a_tender_is_cancelled_for_a_reason_and_its_bids_stay_unread() throws Exception {
        TenderView tender = publish(titled("To cancel"));
        assertEquals(TenderingRefusal.REASON_MISSING,
                officer(() -> first(tenders().cancel(tender.id(), " "))));
        assertEquals(TenderingRefusal.TENDER_UNKNOWN, as(otherOfficer, Role.OFFICER,
                () -> first(tenders().cancel(tender.id(), "Not mine"))));
        TenderView cancelled = officer(() -> done(tenders().cancel(tender.id(), "No money")));
        assertEquals(Phase.CANCELLED, cancelled.phase());
        assertEquals("No money", cancelled.ending().orElseThrow().reason());
        assertInstanceOf(BoxState.Abandoned.class,
                door(BoxReports.class).find(tender.id()).orElseThrow().state());
        assertEquals(TenderingRefusal.TENDER_NOT_ACTIVE,
                officer(() -> first(tenders().cancel(tender.id(), "Again"))));
    }

    @Test
    void nothing_is_decided_before_the_closing() throws Exception {
        TenderView tender = publish(titled("Too early"));
        assertEquals(TenderingRefusal.TENDER_NOT_CLOSED,
                officer(() -> first(tenders().complete(tender.id()))));
        assertEquals(TenderingRefusal.TENDER_NOT_CLOSED,
                officer(() -> first(tenders().fail(tender.id(), "Why not"))));
    }

    @Test
    void a_file_is_kept_by_its_hash_and_one_that_is_disguised_is_not() throws Exception {
        DraftView draft = officer(() -> done(tenders().begin()));
        DraftView with = officer(() -> done(tenders().attach(draft.id(), draft.version(),
                "terms.pdf", new ByteArrayInputStream(Bidder.PLAN))));
        assertEquals(Sha256.hex(Bidder.PLAN), with.draft().documents().getFirst().sha256());
        assertEquals(DocumentRefusal.DOCUMENT_DISGUISED, officer(() -> first(tenders().attach(
                draft.id(), with.version(), "terms.pdf", new ByteArrayInputStream(
                        "just words".getBytes(StandardCharsets.UTF_8))))));
        DraftView without = officer(() -> done(tenders().detach(draft.id(), with.version(),
                Sha256.hex(Bidder.PLAN))));
        assertEquals(List.of(), without.draft().documents());
    }

    @Test
    void a_saved_draft_cannot_name_files_that_were_never_handed_in() throws Exception {
        DraftView draft = officer(() -> done(tenders().begin()));
        Draft forged = titled("Forged").withDocuments(List.of(
                new org.subhasta.tendering.model.TenderDocument("ab".repeat(32), "x.pdf", "", 1,
                        "application/pdf")));
        assertEquals(List.of(), officer(() ->
                done(tenders().save(draft.id(), draft.version(), forged))).draft().documents());
    }

    @Test
    void a_tender_is_found_by_its_words_and_each_facet_counts_without_itself() throws Exception {
        TenderView tender = publish(titled("Xylophones for the brass orchestra"));
        TenderList found = search("xylophone orchestra", Set.of(Phase.OPEN), Set.of());
        assertEquals(List.of(tender.id()),
                found.items().stream().map(item -> item.id()).toList());
        assertEquals(1, found.total());
        TenderList complete = search("xylophones", Set.of(Phase.COMPLETE), Set.of());
        assertEquals(0, complete.total());
        assertEquals(List.of("OPEN"), complete.phases().stream()
                .map(TenderList.Facet::value).toList());
        TenderList vehicles = search("xylophones", Set.of(), Set.of("34"));
        assertEquals(0, vehicles.total());
        assertEquals(List.of("39"), vehicles.divisions().stream()
                .map(TenderList.Facet::value).toList());
        assertEquals(tender.id(), search(tender.id(), Set.of(), Set.of()).items().getFirst().id());
        assertEquals(0, search("' OR 1=1 --", Set.of(), Set.of()).total());
    }

    @Test
    void the_list_can_be_gone_through_page_by_page_without_a_gap() throws Exception {
        TenderView older = publish(titled("Paged one"));
        TenderView newer = publish(titled("Paged two"));
        TenderQuery first = new TenderQuery("paged", Set.of(), Set.of(), Set.of(),
                Optional.empty(), TenderQuery.Order.PUBLISHED, 0, 1, Optional.empty());
        var page = door(TenderReports.class).search(first).items();
        assertEquals(newer.id(), page.getFirst().id());
        var next = door(TenderReports.class).search(new TenderQuery("paged", Set.of(), Set.of(),
                Set.of(), Optional.empty(), TenderQuery.Order.PUBLISHED, 0, 1, Optional.of(
                        new TenderQuery.After(page.getFirst().publishedAt(), newer.id()))));
        assertEquals(older.id(), next.items().getFirst().id());
    }

    @Test
    void lists_follow_the_closing_when_the_outage_rule_moves_it() throws Exception {
        TenderView tender = publish(titled("Moved by an outage"));
        try (Connection connection = Moment.connection(); var move = connection.prepareStatement(
                "UPDATE bidding.box SET closes_at = closes_at + interval '1 day' WHERE id = ?")) {
            move.setString(1, tender.id());
            move.executeUpdate();
        }
        assertEquals(tender.closing().orElseThrow().at().plus(Duration.ofDays(1)),
                search(tender.id(), Set.of(), Set.of()).items().getFirst().closesAt()
                        .orElseThrow());
    }

    private static TenderList search(String text, Set<Phase> phases, Set<String> divisions) {
        return door(TenderReports.class).search(new TenderQuery(text, phases, divisions, Set.of(),
                Optional.empty(), TenderQuery.Order.CLOSING, 0, 50, Optional.empty()));
    }

    private static TenderView publish(Draft draft) throws Exception {
        return officer(() -> {
            DraftView begun = done(tenders().begin());
            DraftView saved = done(tenders().save(begun.id(), begun.version(), draft));
            return done(tenders().publish(saved.id(), saved.version()));
        });
    }

    /** Everything but what {@link #an_unfinished_draft_is_saved_but_not_published} leaves out. */
    private static Draft titled(String title) {
        boolean finished = !title.equals("Unfinished");
        // Far enough ahead for every move of the clock by other tests, and within the two years for
        // which the openers' keys are certified.
        String date = LocalDate.now().plusYears(1).toString();
        return new Draft(title, finished ? "All of it." : "", "", finished ? "39113600" : "",
                List.of(), finished ? "net" : "", false, "EUR", finished ? date : "", "12:00",
                "Europe/Madrid", List.of(Draft.DraftLot.blank("1")), List.of(), panel.typed());
    }

    private static <T> T officer(Callable<T> work) throws Exception {
        return as(officer, Role.OFFICER, work);
    }

    private static Refusal.Code first(Outcome<?> outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).first().code();
    }

    private static Tenders tenders() {
        return door(Tenders.class);
    }
}
