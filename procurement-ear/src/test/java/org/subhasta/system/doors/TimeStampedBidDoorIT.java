package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLReason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subhasta.bidding.Answer;
import org.subhasta.bidding.OpeningRecord;
import org.subhasta.bidding.OpeningReports;
import org.subhasta.bidding.Submission;
import org.subhasta.bidding.model.BiddingRefusal;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.CertificateReports;
import org.subhasta.parties.Certificates;
import org.subhasta.parties.Enrolment;
import org.subhasta.parties.Registrations;
import org.subhasta.parties.Role;
import org.subhasta.signing.CadesSigner;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.CertificateAuthority.Revoked;
import org.subhasta.signing.SignatureTimeStamp;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.Trust;
import org.subhasta.signing.Validation;
import org.subhasta.system.DoorTest;
import org.subhasta.trust.PlatformTimeStamps;

/** Every bid is time-stamped at receipt; what becomes of its certificate later does not matter. */
class TimeStampedBidDoorIT extends DoorTest {

    private static final Path TRUST = Path.of(System.getProperty("subhasta.data", ""), "trust");

    /** Port 1 of this machine: nobody answers there. */
    private static final String NOBODY = "http://127.0.0.1:1/tsr";

    private static String officer;
    private static Bidder bidder;

    @BeforeEach
    void people() throws Exception {
        if (bidder == null) {
            officer = Bidder.person("mara@alder-bay.example");
            bidder = Bidder.register(officer, "Punctual Works");
        }
    }

    @Test
    void a_bid_is_kept_with_a_time_stamp_over_its_signature() throws Exception {
        Box box = Box.open(officer, Duration.ofDays(3));
        Submission submission = Bid.of(bidder, box).made();
        Answer answer = box.send(bidder, submission);
        assertTrue(answer.accepted(), answer.toString());
        Validation stamp = SignatureTimeStamp.verify(
                stored(answer.receipt().orElseThrow().bid().toString()), submission.signature(),
                Trust.folder(TRUST));
        assertTrue(stamp.passed(), stamp.explanation());
        Duration since = Duration.between(
                stamp.timeStamp().orElseThrow().time(), Moment.now());
        assertTrue(since.compareTo(Duration.ofMinutes(1)) < 0, since.toString());
    }

    private static byte[] stored(String bid) throws Exception {
        try (Connection connection = Moment.connection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT time_stamp FROM bidding.bid WHERE id = ?::uuid")) {
            query.setString(1, bid);
            ResultSet row = query.executeQuery();
            row.next();
            return row.getBytes(1);
        }
    }

    @Test
    void while_nobody_stamps_the_time_no_bid_is_taken_and_sent_again_later_it_is()
            throws Exception {
        Box box = Box.open(officer, Duration.ofDays(3));
        Submission submission = Bid.of(bidder, box).made();
        System.setProperty(PlatformTimeStamps.AUTHORITIES, NOBODY);
        try {
            Answer refused = box.send(bidder, submission);
            assertFalse(refused.accepted());
            assertEquals(BiddingRefusal.TIME_STAMP_UNAVAILABLE,
                    refused.refusals().getFirst().code());
            assertEquals("TIME_STAMP_UNAVAILABLE",
                    refused.receipt().orElseThrow().code());
        } finally {
            System.clearProperty(PlatformTimeStamps.AUTHORITIES);
        }
        assertTrue(box.send(bidder, submission).accepted());
    }

    @Test
    void a_bid_that_stands_gets_its_receipt_again_also_while_nobody_stamps() throws Exception {
        Box box = Box.open(officer, Duration.ofDays(3));
        Submission submission = Bid.of(bidder, box).made();
        Answer first = box.send(bidder, submission);
        System.setProperty(PlatformTimeStamps.AUTHORITIES, NOBODY);
        try {
            Answer again = box.send(bidder, submission);
            assertTrue(again.accepted());
            assertEquals(first.receipt(), again.receipt());
        } finally {
            System.clearProperty(PlatformTimeStamps.AUTHORITIES);
        }
    }

    @Test
    void a_certificate_revoked_between_submission_and_opening_leaves_the_bid_valid()
            throws Exception {
        CertificateAuthority authority = CertificateAuthority.demonstration(
                "Authority that revokes", Instant.now().minus(Duration.ofDays(10)));
        Path certificate = TRUST.resolve("revoking.pem");
        Path list = TRUST.resolve("revoking.crl");
        try {
            Files.writeString(certificate, CertificateAuthority.pem(authority.certificate()));
            Bidder later = enrolled("Revoked Later", authority);
            Bidder before = enrolled("Revoked Before", authority);
            Box box = Box.open(officer, Duration.ofHours(2));
            Instant sent = Moment.now();
            assertTrue(box.send(later, Bid.of(later, box).made()).accepted());
            assertTrue(box.send(before, Bid.of(before, box).made()).accepted());

            // The authority tells of both only after the bids: the one lost the key since, the
            // other had lost it a day before.
            Files.write(list, authority.revocationList(List.of(
                    revoked(later, sent.plus(Duration.ofHours(1))),
                    revoked(before, sent.minus(Duration.ofDays(1)))),
                    sent.plus(Duration.ofHours(1)), sent.plus(Duration.ofDays(3_000))));
            Moment.advance(Duration.ofHours(3));
            box.close();
            box.unseal();
            assertEquals(Optional.empty(), invalid(box, later));
            assertEquals(Optional.of(BiddingRefusal.SIGNER_REVOKED), invalid(box, before));
        } finally {
            Files.deleteIfExists(list);
            Files.deleteIfExists(certificate);
        }
    }

    @Test
    void a_bid_stays_valid_though_nobody_stands_behind_its_certificate_at_the_opening()
            throws Exception {
        CertificateAuthority authority = CertificateAuthority.demonstration(
                "Authority that leaves", Instant.now().minus(Duration.ofDays(10)));
        Path certificate = TRUST.resolve("leaving.pem");
        try {
            Files.writeString(certificate, CertificateAuthority.pem(authority.certificate()));
            Bidder left = enrolled("Left Alone", authority);
            Box box = Box.open(officer, Duration.ofHours(2));
            assertTrue(box.send(left, Bid.of(left, box).made()).accepted());
            Files.delete(certificate);
            box.closeAfter(Duration.ofHours(3));
            box.unseal();
            assertEquals(Optional.empty(), invalid(box, left));
        } finally {
            Files.deleteIfExists(certificate);
        }
    }

    private static Revoked revoked(Bidder whose, Instant since) {
        return new Revoked(whose.key().certificate().getSerialNumber(), since,
                CRLReason.KEY_COMPROMISE);
    }

    private static Optional<Refusal.Code> invalid(Box box, Bidder whose) {
        OpeningRecord record = door(OpeningReports.class).record(box.id()).orElseThrow();
        return record.bids().stream()
                .filter(bid -> bid.bidder().equals(whose.organisation()))
                .findFirst().orElseThrow().parts().getFirst().invalid().map(Refusal::code);
    }

    /** A supplier whose certificate another authority issued. */
    private static Bidder enrolled(String name, CertificateAuthority authority) throws Exception {
        Bidder plain = Bidder.registerOnly(name);
        SigningKey key = authority.issue(name, name, "NL",
                Instant.now().minus(Duration.ofDays(5)));
        as(officer, Role.OFFICER,
                () -> done(door(Registrations.class).approve(plain.organisation())));
        as(plain.person(), Role.SUPPLIER, () -> {
            String statement = door(Certificates.class).statement();
            return done(door(Certificates.class).enrol(new Enrolment(
                    key.certificate().getEncoded(), statement, CadesSigner.sign(
                            statement.getBytes(StandardCharsets.UTF_8), key, Instant.now()))));
        });
        as(officer, Role.OFFICER, () -> done(door(Certificates.class).approve(
                door(CertificateReports.class).of(plain.organisation()).getFirst().id())));
        return new Bidder(plain.person(), plain.organisation(), key);
    }
}
