package org.subhasta.system.doors;

import static org.subhasta.system.DoorTest.as;
import static org.subhasta.system.DoorTest.done;
import static org.subhasta.system.DoorTest.door;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.subhasta.parties.Role;
import org.subhasta.tendering.DraftView;
import org.subhasta.tendering.TenderView;
import org.subhasta.tendering.Tenders;
import org.subhasta.tendering.model.Draft;

/**
 * A tender of a test's own: three lots, of which the first may be auctioned; partial bids, closing
 * within the hour.
 */
final class Paving {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private Paving() {
    }

    static TenderView published(String officer, Panel panel) throws Exception {
        ZonedDateTime closes = Moment.now().atZone(ZONE).plusMinutes(50);
        Tenders tenders = door(Tenders.class);
        return as(officer, Role.OFFICER, () -> {
            DraftView draft = done(tenders.begin());
            DraftView saved = done(tenders.save(draft.id(), draft.version(), new Draft(
                    "Paving of the market square " + draft.id(), "Granite, laid by hand.",
                    "Alder Bay", "45233222", List.of(), "net", true, "EUR",
                    closes.toLocalDate().toString(),
                    closes.format(DateTimeFormatter.ofPattern("HH:mm")), ZONE.getId(),
                    List.of(lot("1", "North side", true), lot("2", "South side", false),
                            lot("3", "Fountain", false)),
                    List.of(), panel.typed())));
            return done(tenders.publish(saved.id(), saved.version()));
        });
    }

    private static Draft.DraftLot lot(String id, String title, boolean auction) {
        return new Draft.DraftLot(id, title, "", "", "", "", "", auction);
    }
}
