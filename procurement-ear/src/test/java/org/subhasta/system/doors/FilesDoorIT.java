package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.BidReports;
import org.subhasta.bidding.Boxes;
import org.subhasta.bidding.OpenedBid;
import org.subhasta.bidding.model.Part;
import org.subhasta.documents.Documents;
import org.subhasta.parties.Role;
import org.subhasta.system.DoorTest;

/** Files that came out of bids: who has them, from which envelope. */
class FilesDoorIT extends DoorTest {

    private static String officer;
    private static Bidder bidder;
    private static Bidder other;

    @BeforeEach
    void people() throws Exception {
        if (bidder == null) {
            officer = Bidder.person("mara@alder-bay.example");
            bidder = Bidder.register(officer, "Papers Ltd");
            other = Bidder.register(officer, "Folders Ltd");
        }
    }

    @Test
    void the_owning_officers_and_the_bidder_read_the_files_and_nobody_else() throws Exception {
        Box box = Box.open(officer, Duration.ofMinutes(10));
        UUID id = box.take(bidder, Bid.of(bidder, box));
        UUID beside = box.take(other, Bid.of(other, box));
        box.closeAfter(Duration.ofMinutes(10));
        box.unseal();
        assertArrayEquals(Bidder.PLAN, content(plan(officer, Role.OFFICER, id, Part.BID)));
        assertArrayEquals(Bidder.PLAN, content(
                plan(bidder.person(), Role.SUPPLIER, id, Part.BID)));
        as(other.person(), Role.SUPPLIER, () -> {
            BidReports reports = door(BidReports.class);
            assertEquals(Optional.empty(), reports.attachment(id, Part.BID, "plan.pdf"));
            assertEquals(Optional.empty(), reports.statement(id, Part.BID));
            assertEquals(beside, reports.standing(box.id()).orElseThrow().opened().orElseThrow()
                    .id());
            return null;
        });
        as(Bidder.person("tomas@northmoor.example"), Role.OFFICER, () -> {
            BidReports reports = door(BidReports.class);
            assertEquals(Optional.empty(), reports.attachment(id, Part.BID, "plan.pdf"));
            assertEquals(Optional.empty(), reports.statement(id, Part.BID));
            return null;
        });
    }

    @Test
    void of_files_of_one_name_in_both_envelopes_each_is_had() throws Exception {
        Box box = Box.open(officer, Duration.ofMinutes(10), Panel.of(2, 3), true, Duration.ZERO);
        UUID id = box.take(bidder, Bid.of(bidder, box).withAPlanOfPrices());
        box.closeAfter(Duration.ofMinutes(10));
        box.unseal();
        assertEquals(Optional.empty(), plan(officer, Role.OFFICER, id, Part.PRICE));
        Acts.inTransaction(() -> as(officer, Role.OFFICER, () -> done(door(Boxes.class)
                .release(box.id(), Set.of(id), "ab".repeat(32)))));
        box.panel().open(box, Part.PRICE);
        assertArrayEquals(Bidder.PLAN, content(plan(officer, Role.OFFICER, id, Part.TECHNICAL)));
        assertArrayEquals(Bid.PLAN_OF_PRICES, content(
                plan(bidder.person(), Role.SUPPLIER, id, Part.PRICE)));
    }

    private static Optional<OpenedBid.File> plan(String person, Role role, UUID bid, Part part)
            throws Exception {
        return as(person, role, () -> door(BidReports.class).attachment(bid, part, "plan.pdf"));
    }

    private static byte[] content(Optional<OpenedBid.File> file) throws Exception {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        door(Documents.class).copy(file.orElseThrow().sha256().orElseThrow(), content);
        return content.toByteArray();
    }
}
