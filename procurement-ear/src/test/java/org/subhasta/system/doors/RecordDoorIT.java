package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.awarding.AwardingRefusal;
import org.subhasta.bidding.PrintedRecord;
import org.subhasta.bidding.RecordPrints;
import org.subhasta.documents.Documents;
import org.subhasta.kernel.Outcome;
import org.subhasta.signing.PdfContent;
import org.subhasta.signing.Sha256;
import org.subhasta.system.DoorTest;
import org.subhasta.tendering.TenderView;
import org.subhasta.trust.PlatformTimeStamps;

/** The record of an opening as a signed document: made once, after the opening, whenever it can be. */
class RecordDoorIT extends DoorTest {

    private static String officer;
    private static Panel panel;
    private static Bidder bidder;

    @BeforeEach
    void people() throws Exception {
        if (bidder == null) {
            panel = Panel.of(2, 3);
            officer = Bidder.person("mara@alder-bay.example");
            bidder = Bidder.register(officer, "Recorded Paving Ltd");
        }
    }

    @Test
    void the_record_is_printed_once_journaled_and_holds_itself_as_data() throws Exception {
        Box box = withABid();
        box.unseal();
        assertInstanceOf(Outcome.Done.class, prints().publish(box.id()));
        PrintedRecord record = prints().last(box.id()).orElseThrow();
        assertInstanceOf(Outcome.Done.class, prints().publish(box.id()));
        assertEquals(List.of(record), prints().of(box.id()));
        assertEquals(1, box.acts().stream().filter("record-published"::equals).count());

        byte[] pdf = pdf(record);
        assertEquals(record.sha256(), Sha256.hex(pdf));
        PdfContent content = PdfContent.read(pdf).orElseThrow();
        assertTrue(content.text().contains("Recorded Paving Ltd"), content.text());
        assertEquals(box.record().orElseThrow().data().toString(), new String(
                content.files().get("opening-record.json"), StandardCharsets.UTF_8));
    }

    @Test
    void while_nobody_stamps_the_time_bids_are_opened_and_the_record_follows_later()
            throws Exception {
        Box box = withABid();
        System.setProperty(PlatformTimeStamps.AUTHORITIES, "http://127.0.0.1:1/tsr");
        try {
            box.unseal();
            assertEquals(AwardingRefusal.NOTICE_TIME_STAMP_UNAVAILABLE,
                    prints().publish(box.id()) instanceof Outcome.Refused<Void> refused
                            ? refused.first().code() : null);
            assertEquals(Optional.empty(), prints().last(box.id()));
            assertTrue(box.record().orElseThrow().isWhole());
        } finally {
            System.clearProperty(PlatformTimeStamps.AUTHORITIES);
        }
        assertInstanceOf(Outcome.Done.class, prints().publish(box.id()));
        assertTrue(prints().last(box.id()).orElseThrow().whole());
    }

    private static Box withABid() throws Exception {
        TenderView tender = Paving.published(officer, panel);
        Box box = Box.of(tender, panel, false);
        assertTrue(box.send(bidder, Bid.of(bidder, box).prices(Map.of("1", "100.00")).made())
                .accepted());
        box.closeAfter(Duration.ofHours(1));
        return box;
    }

    private static RecordPrints prints() {
        return door(RecordPrints.class);
    }

    private static byte[] pdf(PrintedRecord record) throws Exception {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        door(Documents.class).copy(record.sha256(), pdf);
        return pdf.toByteArray();
    }
}
