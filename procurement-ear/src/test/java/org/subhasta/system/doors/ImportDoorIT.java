package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.EJBAccessException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.BoxReports;
import org.subhasta.kernel.Identifier;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Role;
import org.subhasta.publication.ImportRefusal;
import org.subhasta.publication.ImportReport;
import org.subhasta.publication.ImportReports;
import org.subhasta.publication.ImportedRelease;
import org.subhasta.publication.OcdsImports;
import org.subhasta.system.DoorTest;
import org.subhasta.tendering.DraftView;
import org.subhasta.tendering.TenderQuery;
import org.subhasta.tendering.TenderReports;
import org.subhasta.tendering.TenderSummary;
import org.subhasta.tendering.TenderView;
import org.subhasta.tendering.Tenders;
import org.subhasta.tendering.model.Origin;
import org.subhasta.tendering.model.Phase;

/** Imports of OCDS files at their door: every release accounted for, or nothing kept. */
class ImportDoorIT extends DoorTest {

    private static String officer;

    /** A prefix of this test's own: other tests import too. */
    private final String ours = "ocds-test-" + Identifier.next() + "-";

    @BeforeEach
    void people() {
        if (officer == null) {
            officer = Bidder.person("mara@alder-bay.example");
        }
    }

    @Test
    void each_release_is_imported_a_duplicate_or_refused_with_its_reason() throws Exception {
        ImportReport report = imported(pack(
                release("1", "a", "2026-01-01", "\"title\": \"One\""),
                release("1", "a", "2026-01-01", "\"title\": \"One\""),
                release("2", "a", "2026-01-01",
                        "\"title\": \"Two\", \"value\": {\"amount\": -1, \"currency\": \"EUR\"}"),
                release("3", "a", "2026-01-01",
                        "\"title\": \"Three\", \"value\": {\"amount\": 1, \"currency\": \"QQQ\"}"),
                "17"));
        assertEquals(List.of(5, 1, 1, 3, 1), List.of(report.releases(), report.imported(),
                report.duplicates(), report.refused(), report.processes()));
        List<ImportedRelease> releases = releases(report);
        assertEquals(List.of("IMPORTED []", "DUPLICATE []", "REFUSED [RELEASE_AMOUNT_NEGATIVE]",
                        "REFUSED [RELEASE_CURRENCY_UNKNOWN]", "REFUSED [RELEASE_MALFORMED]"),
                releases.stream().map(r -> r.outcome() + " "
                        + r.notes().stream().map(ImportedRelease.Note::code).toList()).toList());
        assertEquals(releases.get(0).tender(), releases.get(1).tender());
        assertEquals(Optional.empty(), releases.get(2).tender());
        assertTrue(tender("2").isEmpty());
    }

    @Test
    void releases_of_one_process_apply_by_date_in_whatever_order_they_come() throws Exception {
        imported(pack(release("1", "late", "2026-03-01", "\"title\": \"Latest\"")));
        imported(pack(release("1", "early", "2026-01-01",
                "\"title\": \"Earliest\", \"description\": \"Only told early\"")));
        TenderView tender = tender("1").orElseThrow();
        assertEquals("Latest", tender.title());
        assertEquals("Only told early", tender.description());
        assertEquals(2, tender.imported().orElseThrow().releases());
    }

    @Test
    void without_an_id_a_release_is_known_by_its_content_and_that_is_noted() throws Exception {
        String release = release("1", "", "2026-01-01", "\"title\": \"No id\"");
        assertEquals(1, imported(pack(release)).warned());
        assertEquals(1, imported(pack(release.replace(",", " ,  "))).duplicates());
        assertEquals(1, imported(pack(release.replace("No id", "New id"))).imported());
    }

    @Test
    void the_same_id_with_other_content_is_a_duplicate_and_that_is_noted() throws Exception {
        imported(pack(release("1", "a", "2026-01-01", "\"title\": \"First\"")));
        ImportReport report =
                imported(pack(release("1", "a", "2026-02-01", "\"title\": \"Second\"")));
        assertEquals(1, report.duplicates());
        assertEquals("NOTE_DUPLICATE_DIFFERS",
                releases(report).getFirst().notes().getFirst().code());
        assertEquals("First", tender("1").orElseThrow().title());
    }

    @Test
    void of_a_file_that_is_refused_nothing_is_imported() throws Exception {
        for (String file : List.of("", "{\"releases\": [%s",
                "{\"releases\": [%s], \"version\": \"2.0\"}")) {
            String text =
                    file.formatted(release("1", "a", "2026-01-01", "\"title\": \"Half\""));
            assertInstanceOf(Outcome.Refused.class, as(officer, Role.OFFICER,
                    () -> door(OcdsImports.class).importPackage("half.json", stream(text))));
            assertTrue(tender("1").isEmpty(), file);
        }
    }

    @Test
    void a_file_that_breaks_off_while_it_is_read_leaves_nothing() throws Exception {
        String begin = "{\"releases\": [" + release("1", "a", "2026-01-01", "\"title\": \"X\"");
        InputStream broken = new java.io.SequenceInputStream(stream(begin), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line went dead");
            }
        });
        assertThrows(IOException.class, () -> as(officer, Role.OFFICER,
                () -> door(OcdsImports.class).importPackage("broken.json", broken)));
        assertTrue(tender("1").isEmpty());
    }

    @Test
    void too_large_a_file_is_refused_in_words() throws Exception {
        InputStream endless = new InputStream() {
            private final byte[] spaces = " ".repeat(8192).getBytes(StandardCharsets.US_ASCII);

            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                int count = Math.min(length, spaces.length);
                System.arraycopy(spaces, 0, bytes, offset, count);
                return count;
            }
        };
        Refusal refusal = assertInstanceOf(Outcome.Refused.class, as(officer, Role.OFFICER,
                () -> door(OcdsImports.class).importPackage("endless.json", endless))).first();
        assertEquals(Refusal.of(ImportRefusal.IMPORT_TOO_LARGE, "256"), refusal);
    }

    @Test
    void an_imported_tender_is_a_public_record_that_takes_no_bids() throws Exception {
        imported(pack(release("1", "a", "2026-01-01", "\"title\": \"Open elsewhere\","
                + " \"status\": \"active\","
                + " \"tenderPeriod\": {\"endDate\": \"2090-01-01T00:00:00Z\"}")));
        TenderView tender = tender("1").orElseThrow();
        assertEquals(Origin.IMPORTED, tender.origin());
        assertEquals(Phase.ELSEWHERE, tender.phase());
        assertTrue(!tender.takesBids());
        assertTrue(door(BoxReports.class).find(tender.id()).isEmpty());
        assertTrue(as(officer, Role.OFFICER, () ->
                door(Tenders.class).cancel(tender.id(), "No")) instanceof Outcome.Refused);
    }

    @Test
    void an_imported_tender_is_not_listed_among_the_open_ones() throws Exception {
        imported(pack(release("1", "a", "2026-01-01", "\"title\": \"Ocarinas for " + ours + "\","
                + " \"status\": \"active\","
                + " \"tenderPeriod\": {\"endDate\": \"2090-01-01T00:00:00Z\"}")));
        assertEquals(List.of(), listed(Phase.OPEN));
        assertEquals(List.of(ours + "1"), listed(Phase.ELSEWHERE));
    }

    private List<String> listed(Phase phase) {
        return door(TenderReports.class).search(new TenderQuery(ours + "1", Set.of(phase), Set.of(),
                        Set.of(), Optional.empty(), TenderQuery.Order.PUBLISHED, 0, 10,
                        Optional.empty()))
                .items().stream().map(TenderSummary::ocid).toList();
    }

    @Test
    void an_officer_may_begin_a_draft_with_an_imported_tender() throws Exception {
        imported(pack(release("1", "a", "2026-01-01", "\"title\": \"Reusable\","
                + " \"lots\": [{\"id\": \"x\", \"title\": \"A\"}, {\"id\": \"y\", \"title\": \"B\"}]")));
        TenderView tender = tender("1").orElseThrow();
        DraftView draft = as(officer, Role.OFFICER,
                () -> done(door(Tenders.class).takeOver(tender.id())));
        assertEquals("Reusable", draft.draft().title());
        assertEquals(List.of("A", "B"),
                draft.draft().lots().stream().map(lot -> lot.title()).toList());
        assertEquals(Optional.of(tender.id()), draft.takenFrom());
    }

    @Test
    void only_officers_import() {
        assertThrows(EJBAccessException.class,
                () -> door(OcdsImports.class).importPackage("x.json", stream(pack())));
    }

    private String release(String process, String id, String date, String tender) {
        return "{\"ocid\": \"" + ours + process + "\""
                + (id.isEmpty() ? "" : ", \"id\": \"" + id + "\"")
                + ", \"date\": \"" + date + "T00:00:00Z\", \"tag\": [\"tender\"],"
                + " \"tender\": {\"id\": \"t\", " + tender + "}}";
    }

    private static String pack(String... releases) {
        return "{\"version\": \"1.1\", \"releases\": [" + String.join(",", releases) + "]}";
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ImportReport imported(String text) throws Exception {
        return as(officer, Role.OFFICER,
                () -> done(door(OcdsImports.class).importPackage("test.json", stream(text))));
    }

    private static List<ImportedRelease> releases(ImportReport report) throws Exception {
        return as(officer, Role.OFFICER, () -> door(ImportReports.class)
                .releases(report.id(), Optional.empty(), false, 0, 100));
    }

    private Optional<TenderView> tender(String process) {
        return door(TenderReports.class).findByOcid(ours + process);
    }
}
