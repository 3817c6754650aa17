package org.subhasta.system.doors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.subhasta.journal.EntryView;
import org.subhasta.journal.JournalReports;
import org.subhasta.journal.Subject;
import org.subhasta.kernel.Outcome;
import org.subhasta.parties.Administration;
import org.subhasta.parties.CertificateReports;
import org.subhasta.parties.Certificates;
import org.subhasta.parties.Enrolment;
import org.subhasta.parties.KeyRequest;
import org.subhasta.parties.KeyRequestReports;
import org.subhasta.parties.KeyRequestView;
import org.subhasta.parties.KeyRequests;
import org.subhasta.parties.OpenerView;
import org.subhasta.parties.Openers;
import org.subhasta.parties.OwnCertificate;
import org.subhasta.parties.Registrations;
import org.subhasta.parties.Role;
import org.subhasta.parties.model.PartiesRefusal;
import org.subhasta.signing.CertificateRequest;
import org.subhasta.signing.KeyUse;
import org.subhasta.signing.SigningKey;
import org.subhasta.signing.Validation;
import org.subhasta.system.DoorTest;

/** Keys that people made themselves, how they are certified, and who may be an opener. */
class KeysDoorIT extends DoorTest {

    @Test
    void a_key_is_certified_with_the_names_on_record_and_admitted_with_it() throws Exception {
        Bidder bidder = approved("Certified Works");
        KeyRequestView asked = ask(bidder, KeyUse.SIGNING, pair("secp256r1"));
        assertEquals("enrolled", asked.state());
        KeyRequestView issued = as(officer(), Role.OFFICER,
                () -> done(door(KeyRequests.class).approve(asked.id())));
        OwnCertificate own = as(bidder.person(), Role.SUPPLIER,
                () -> door(CertificateReports.class).usable().getFirst());
        assertEquals(issued.certificate(), own.id());
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(own.der()));
        String subject = certificate.getSubjectX500Principal().getName();
        assertTrue(subject.contains("CN=Certified Works,"), subject);
        assertTrue(certificate.getIssuerX500Principal().getName()
                .contains("Enrolment authority"), subject);
        String fingerprint = Validation.fingerprint(certificate);
        assertEquals(bidder.person(), door(CertificateReports.class).admitted(fingerprint)
                .orElseThrow().person());
        List<String> acts = door(JournalReports.class)
                .entries(Subject.of("organisation", bidder.organisation())).stream()
                .map(EntryView::act).toList();
        assertTrue(acts.containsAll(List.of("key-requested", "certificate-issued")),
                acts::toString);
    }

    @Test
    void a_request_made_for_somebody_else_or_for_nobody_proves_nothing() throws Exception {
        Bidder bidder = approved("Honest Works");
        Bidder other = approved("Copying Works");
        String foreign = as(other.person(), Role.SUPPLIER,
                () -> door(Certificates.class).statement());
        KeyPair pair = pair("secp256r1");
        byte[] request = CertificateRequest.make(pair, CertificateRequest.challengeOf(foreign));
        as(bidder.person(), Role.SUPPLIER, () -> {
            String own = door(Certificates.class).statement();
            assertRefused(PartiesRefusal.REQUEST_UNPROVEN, door(KeyRequests.class)
                    .request(new KeyRequest(KeyUse.SIGNING, request, foreign)));
            assertRefused(PartiesRefusal.REQUEST_UNPROVEN, door(KeyRequests.class)
                    .request(new KeyRequest(KeyUse.SIGNING, request, own)));
            assertRefused(PartiesRefusal.REQUEST_UNPROVEN, door(KeyRequests.class)
                    .request(new KeyRequest(KeyUse.SIGNING, request, "")));
            assertRefused(PartiesRefusal.REQUEST_UNREADABLE, door(KeyRequests.class)
                    .request(new KeyRequest(KeyUse.SIGNING, new byte[] {1, 2}, own)));
            return null;
        });
    }

    @Test
    void a_key_is_certified_once_and_another_may_be_asked_for_after_a_refusal() throws Exception {
        Bidder bidder = approved("Repeating Works");
        KeyPair pair = pair("secp256r1");
        KeyRequestView asked = ask(bidder, KeyUse.SIGNING, pair);
        assertRefused(PartiesRefusal.KEY_KNOWN, request(bidder, KeyUse.SIGNING, pair));
        as(officer(), Role.OFFICER, () -> done(
                door(KeyRequests.class).refuse(asked.id(), "Nobody answered the telephone")));
        as(officer(), Role.OFFICER, () -> assertRefused(PartiesRefusal.PARTY_STATE,
                door(KeyRequests.class).approve(asked.id())));
        KeyRequestView again = ask(bidder, KeyUse.SIGNING, pair);
        as(bidder.person(), Role.SUPPLIER,
                () -> done(door(KeyRequests.class).withdraw(again.id())));
        assertEquals("Nobody answered the telephone", as(bidder.person(), Role.SUPPLIER,
                () -> door(KeyRequestReports.class).mine()).getLast().reason());
    }

    @Test
    void somebody_elses_request_is_not_found() throws Exception {
        KeyRequestView asked = ask(approved("Own Works"), KeyUse.SIGNING, pair("secp256r1"));
        as(approved("Curious Works").person(), Role.SUPPLIER, () -> assertRefused(
                PartiesRefusal.PARTY_NOT_FOUND, door(KeyRequests.class).withdraw(asked.id())));
    }

    @Test
    void nothing_is_certified_for_an_organisation_nobody_approved() throws Exception {
        Bidder bidder = Bidder.registerOnly("Unknown Works");
        KeyRequestView asked = ask(bidder, KeyUse.SIGNING, pair("secp256r1"));
        as(officer(), Role.OFFICER, () -> assertRefused(PartiesRefusal.ORGANISATION_NOT_APPROVED,
                door(KeyRequests.class).approve(asked.id())));
    }

    @Test
    void nobody_approves_the_own_key_or_certificate() throws Exception {
        String officer = officer();
        KeyRequestView asked = as(officer, Role.OFFICER, () -> done(door(KeyRequests.class)
                .request(made(KeyUse.SIGNING, pair("secp256r1")))));
        SigningKey key = Bidder.authority().issue(
                "Mara Lindqvist", "Alder Bay", "NL", Instant.now().minusSeconds(60));
        as(officer, Role.OFFICER, () -> {
            assertRefused(PartiesRefusal.OWN_CERTIFICATE,
                    door(KeyRequests.class).approve(asked.id()));
            String own = done(door(Certificates.class).enrol(
                    Enrolment.of(key.certificate().getEncoded()))).id();
            return assertRefused(PartiesRefusal.OWN_CERTIFICATE,
                    door(Certificates.class).approve(own));
        });
        as(Bidder.person("tomas@northmoor.example"), Role.OFFICER,
                () -> done(door(KeyRequests.class).approve(asked.id())));
    }

    @Test
    void keys_for_encryption_are_for_openers_and_on_p_256() throws Exception {
        assertRefused(PartiesRefusal.ENCRYPTION_FOR_OPENERS,
                request(approved("Sealing Works"), KeyUse.ENCRYPTION, pair("secp256r1")));
        String opener = Bidder.person("luca@northmoor.example");
        as(opener, Role.OPENER, () -> assertRefused(PartiesRefusal.KEY_NOT_ACCEPTED,
                door(KeyRequests.class).request(made(KeyUse.ENCRYPTION, pair("secp384r1")))));
    }

    @Test
    void an_opener_s_newest_approved_keys_count_and_the_one_for_encryption_signs_nothing()
            throws Exception {
        String opener = Bidder.person("luca@northmoor.example");
        assertTrue(door(Openers.class).find(opener).orElseThrow().isReadyAt(Instant.now()));
        KeyPair pair = pair("secp256r1");
        KeyRequestView asked = as(opener, Role.OPENER, () -> done(door(KeyRequests.class)
                .request(made(KeyUse.ENCRYPTION, pair))));
        as(officer(), Role.OFFICER, () -> done(door(KeyRequests.class).approve(asked.id())));
        OpenerView now = door(Openers.class).find(opener).orElseThrow();
        X509Certificate newest = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(
                        now.encryption().orElseThrow().der()));
        assertArrayEquals(pair.getPublic().getEncoded(), newest.getPublicKey().getEncoded());
        assertTrue(door(CertificateReports.class)
                .admitted(now.encryption().orElseThrow().fingerprint()).isEmpty());
        as(opener, Role.OPENER, () -> done(door(Certificates.class)
                .withdraw(now.encryption().orElseThrow().certificate())));
        assertFalse(door(Openers.class).find(opener).orElseThrow().encryption().orElseThrow()
                .fingerprint().equals(now.encryption().orElseThrow().fingerprint()));
    }

    @Test
    void an_officer_may_be_made_an_opener_and_whoever_bids_may_not() throws Exception {
        String administrator = Bidder.person("admin@subhasta.example");
        String tomas = Bidder.person("tomas@northmoor.example");
        Bidder bidder = approved("Partial Works");
        as(administrator, Role.ADMINISTRATOR, () -> {
            done(door(Administration.class).makeOpener(tomas));
            assertRefused(PartiesRefusal.OPENER_OF_SUPPLIER,
                    door(Administration.class).makeOpener(bidder.person()));
            return assertRefused(PartiesRefusal.PARTY_NOT_FOUND,
                    door(Administration.class).makeOpener(administrator));
        });
        assertTrue(door(Openers.class).all().stream()
                .anyMatch(one -> one.person().equals(tomas) && one.encryption().isEmpty()));
        assertTrue(door(Openers.class).find(bidder.person()).isEmpty());
    }

    private static KeyRequestView ask(Bidder bidder, KeyUse use, KeyPair pair) throws Exception {
        return done(request(bidder, use, pair));
    }

    private static Outcome<KeyRequestView> request(Bidder bidder, KeyUse use, KeyPair pair)
            throws Exception {
        return as(bidder.person(), Role.SUPPLIER,
                () -> door(KeyRequests.class).request(made(use, pair)));
    }

    /** For whoever calls. */
    private static KeyRequest made(KeyUse use, KeyPair pair) {
        String statement = door(Certificates.class).statement();
        return new KeyRequest(use, CertificateRequest.make(
                pair, CertificateRequest.challengeOf(statement)), statement);
    }

    private static KeyPair pair(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static Bidder approved(String name) throws Exception {
        Bidder bidder = Bidder.registerOnly(name);
        as(officer(), Role.OFFICER, () -> done(
                door(Registrations.class).approve(bidder.organisation())));
        return bidder;
    }

    private static Void assertRefused(PartiesRefusal code, Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?> refused) {
            assertEquals(code, refused.first().code());
            return null;
        }
        throw new AssertionError("not refused: " + outcome);
    }

    private static String officer() {
        return Bidder.person("mara@alder-bay.example");
    }
}
