package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.OpeningRecord;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Certificates;
import org.subhasta.parties.Enrolment;
import org.subhasta.parties.Role;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.SigningKey;
import org.subhasta.system.DoorTest;

/**
 * What is sealed may be signed by another of the bidder's certificates than the envelope: by one that
 * was admitted when the bid arrived, whatever became of it since.
 */
class SecondSignerDoorIT extends DoorTest {

    private static final Duration TIME = Duration.ofMinutes(10);

    private static String officer;

    /** A further certificate of a bidder's own, which waits for an officer. */
    private record Further(Bidder bidder, String id, SigningKey key) {

        static Further enrol(Bidder bidder) throws Exception {
            SigningKey key = Bidder.authority().issue("Second", "Second", "NL",
                    Instant.now().minusSeconds(60));
            return new Further(bidder, as(bidder.person(), Role.SUPPLIER, () -> {
                String statement = door(Certificates.class).statement();
                return done(door(Certificates.class).enrol(new Enrolment(
                        key.certificate().getEncoded(), statement, CadesSigner.sign(
                                statement.getBytes(StandardCharsets.UTF_8), key,
                                Instant.now())))).id();
            }), key);
        }

        void approve() throws Exception {
            as(officer, Role.OFFICER, () -> done(door(Certificates.class).approve(id)));
        }

        void withdraw() throws Exception {
            as(bidder.person(), Role.SUPPLIER,
                    () -> done(door(Certificates.class).withdraw(id)));
        }

        UUID bid(Box box) throws Exception {
            return box.take(bidder, Bid.of(bidder, box).signedInsideBy(key));
        }
    }

    @Test
    void a_second_signer_is_judged_as_of_the_arrival_of_the_bid() throws Exception {
        officer = Bidder.person("mara@alder-bay.example");
        Further since = Further.enrol(Bidder.register(officer, "Withdrawn Since"));
        Further before = Further.enrol(Bidder.register(officer, "Withdrawn Before"));
        Further later = Further.enrol(Bidder.register(officer, "Approved Later"));
        Further still = Further.enrol(Bidder.register(officer, "Approved Still"));
        since.approve();
        before.approve();
        still.approve();
        before.withdraw();
        Box box = Box.open(officer, TIME);
        UUID withdrawnSince = since.bid(box);
        UUID withdrawnBefore = before.bid(box);
        UUID approvedLater = later.bid(box);
        UUID approvedStill = still.bid(box);
        since.withdraw();
        later.approve();

        box.closeAfter(TIME);
        box.unseal();
        assertEquals(Optional.empty(), fault(box, withdrawnSince));
        assertEquals(Optional.of(BiddingRefusal.SIGNER_UNKNOWN), fault(box, withdrawnBefore));
        assertEquals(Optional.of(BiddingRefusal.SIGNER_UNKNOWN), fault(box, approvedLater));
        assertEquals(Optional.empty(), fault(box, approvedStill));
    }

    private static Optional<Refusal.Code> fault(Box box, UUID id) {
        OpeningRecord.Bid bid = box.record().orElseThrow().bids().stream()
                .filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        return bid.parts().getFirst().invalid().map(Refusal::code);
    }
}
