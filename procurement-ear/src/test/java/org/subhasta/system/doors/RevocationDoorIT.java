package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.Answer;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.Certificates;
import org.subhasta.parties.Enrolment;
import org.subhasta.parties.Role;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.SigningKey;
import org.subhasta.system.DoorTest;

/** A certificate that was revoked counts nowhere, and one of which nobody can tell neither. */
class RevocationDoorIT extends DoorTest {

    private static final Path TRUST = Path.of(System.getProperty("subhasta.data", ""), "trust");

    private static String officer;
    private static Bidder bidder;

    @BeforeEach
    void people() throws Exception {
        if (bidder == null) {
            officer = Bidder.person("mara@alder-bay.example");
            bidder = Bidder.register(officer, "Revoked Works");
        }
    }

    private static SigningKey revoked() throws Exception {
        return SigningKey.open(TRUST.resolveSibling("demo/revoked.p12"),
                "demonstration".toCharArray());
    }

    private static Answer bid(SigningKey key) throws Exception {
        Box box = Box.open(officer, Duration.ofDays(3));
        return box.send(bidder, Bid.of(bidder, box).signedBy(key).made());
    }

    private static Refusal.Code enrol(SigningKey key) throws Exception {
        return as(bidder.person(), Role.SUPPLIER, () -> ((Outcome.Refused<?>) door(
                Certificates.class).enrol(Enrolment.of(key.certificate().getEncoded())))
                .first().code());
    }

    private static void assertRefused(BiddingRefusal code, Answer answer) {
        assertFalse(answer.accepted());
        assertEquals(code, answer.refusals().getFirst().code());
        assertEquals(code.name(), answer.receipt().orElseThrow().code());
    }

    @Test
    void a_bid_signed_with_a_revoked_certificate_is_refused_with_a_receipt() throws Exception {
        assertRefused(BiddingRefusal.SIGNER_REVOKED, bid(revoked()));
    }

    @Test
    void a_revoked_certificate_is_not_enrolled() throws Exception {
        assertEquals(PartiesRefusal.CERTIFICATE_REVOKED, enrol(revoked()));
    }

    @Test
    void where_nobody_can_tell_whether_it_was_revoked_nothing_is_passed_silently()
            throws Exception {
        Instant began = Instant.now().minus(Duration.ofDays(10));
        CertificateAuthority silent = CertificateAuthority.demonstration("Silent since", began);
        Path authority = TRUST.resolve("silent.pem");
        Path list = TRUST.resolve("silent.crl");
        try {
            // Its last list promised a next one a week ago, and that never came.
            Files.write(list, silent.revocationList(
                    List.of(), began, began.plus(Duration.ofDays(3))));
            Files.writeString(authority, CertificateAuthority.pem(silent.certificate()));
            SigningKey key = silent.issue("Revoked Works", "Revoked Works", "NL", began);
            assertRefused(BiddingRefusal.SIGNER_REVOCATION_UNKNOWN, bid(key));
            assertEquals(PartiesRefusal.CERTIFICATE_REVOCATION_UNKNOWN, enrol(key));
            // A list that tells it makes it count again, but for its being nobody's here.
            Files.write(list, silent.revocationList(
                    List.of(), Instant.now(), Instant.now().plus(Duration.ofDays(3_000))));
            assertEquals(BiddingRefusal.SIGNER_UNKNOWN,
                    bid(key).refusals().getFirst().code());
        } finally {
            Files.deleteIfExists(authority);
            Files.deleteIfExists(list);
        }
        assertTrue(bid(bidder.key()).accepted());
    }
}
