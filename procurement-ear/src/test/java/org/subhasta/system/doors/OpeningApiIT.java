package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.subhasta.system.doors.Api.covered;
import static org.subhasta.system.doors.Api.get;
import static org.subhasta.system.doors.Api.parsed;
import static org.subhasta.system.doors.Api.post;
import static org.subhasta.system.doors.Api.text;
import static org.subhasta.system.doors.Api.token;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.model.Part;
import org.subhasta.parties.Role;
import org.subhasta.signing.CadesSigner;
import org.subhasta.system.DoorTest;

/** Openings over the interface for programs: what everybody reads, and what openers send. */
class OpeningApiIT extends DoorTest {

    private static String officer;
    private static Bidder bidder;

    @BeforeEach
    void people() throws Exception {
        if (bidder == null) {
            officer = Bidder.person("mara@alder-bay.example");
            bidder = Bidder.register(officer, "Opened Works");
        }
    }

    @Test
    void everybody_reads_the_committee_and_before_the_closing_nothing_of_bids() throws Exception {
        Box box = Box.open(officer, Duration.ofHours(5));
        String before = text(get(path(box), ""));
        assertTrue(box.send(bidder, Bid.of(bidder, box).made()).accepted());
        HttpResponse<byte[]> after = get(path(box), "");
        JsonObject opening = parsed(after);
        assertEquals("open", opening.getString("state"));
        assertEquals(3, opening.getJsonArray("members").size());
        assertEquals(box.panel().sealing().fingerprint(), opening.getString("fingerprint"));
        assertEquals(before, text(after));
        assertEquals(404, get(path(box) + "/record", "").statusCode());
    }

    @Test
    void only_members_are_given_a_challenge() throws Exception {
        Box box = Box.open(officer, Duration.ofHours(5));
        String member = token(box.panel().member(0).person(), Role.OPENER);
        JsonObject challenge = parsed(post(path(box) + "/rehearsals", member));
        assertEquals(box.panel().member(0).person(), challenge.getString("opener"));
        assertFalse(challenge.getString("enc").isEmpty());
        String other = token(Panel.of(2, 5).member(4).person(), Role.OPENER);
        assertEquals(404, post(path(box) + "/rehearsals", other).statusCode());
    }

    @Test
    void openers_fetch_their_task_as_files_and_send_acts_until_the_record_is_public()
            throws Exception {
        Box box = Box.open(officer, Duration.ofHours(5));
        assertTrue(box.send(bidder, Bid.of(bidder, box).made()).accepted());
        String first = token(box.panel().member(0).person(), Role.OPENER);
        assertEquals("BOX_STILL_OPEN",
                parsed(get(path(box) + "/bid/task", first)).getString("code"));
        Moment.advance(Duration.ofHours(5));
        box.close();

        HttpResponse<byte[]> zip = covered(path(box) + "/bid/task.zip", first);
        List<String> names = new ArrayList<>();
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip.body()))) {
            for (ZipEntry entry = files.getNextEntry(); entry != null;
                    entry = files.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertEquals(2, names.size());
        assertEquals("closing.tlog-proof", names.getFirst());

        for (Panel.Member member : box.panel().members().subList(0, 2)) {
            byte[] act = box.panel().act(member, box, Part.BID, Map.of()).canonicalJson();
            HttpResponse<byte[]> acted = Api.form(path(box) + "/acts",
                    token(member.person(), Role.OPENER), Map.of("statement", act, "signature",
                            CadesSigner.sign(act, member.signing(), Moment.now())));
            assertEquals(200, acted.statusCode(), text(acted));
        }
        Panel.advance(box);
        JsonObject record = parsed(get(path(box) + "/record", ""));
        assertTrue(record.getBoolean("whole"));
        assertEquals("100.00", record.getJsonArray("bids").getJsonObject(0).getJsonArray("parts")
                .getJsonObject(0).getJsonArray("lots").getJsonObject(0).getJsonObject("price")
                .getString("amount"));
    }

    private static String path(Box box) {
        return "tenders/" + box.id() + "/opening";
    }
}
