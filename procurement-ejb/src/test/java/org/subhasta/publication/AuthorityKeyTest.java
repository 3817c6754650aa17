package org.subhasta.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subhasta.awarding.AwardingRefusal;
import org.subhasta.kernel.Outcome;
import org.subhasta.signing.CertificateAuthority;
import org.subhasta.signing.SigningKey;

@DisplayName("The key that signs notices")
class AuthorityKeyTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = FROM.plus(Duration.ofDays(30));

    @TempDir
    private Path data;

    @BeforeEach
    void configure() {
        System.setProperty("subhasta.data", data.toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty("subhasta.data");
        System.clearProperty("subhasta.demo");
    }

    @Test
    @DisplayName("is found in the data folder")
    void found() throws Exception {
        keep(CertificateAuthority.create("Authority", FROM));
        assertInstanceOf(Outcome.Done.class, new AuthorityKey().at(LATER));
    }

    @Test
    @DisplayName("is missing where there is no file, a wrong password, or rubbish")
    void missing() throws Exception {
        assertEquals(AwardingRefusal.NOTICE_KEY_MISSING, why(LATER));
        keep(CertificateAuthority.create("Authority", FROM));
        Files.writeString(data.resolve("keys/authority.password"), "wrong");
        assertEquals(AwardingRefusal.NOTICE_KEY_MISSING, why(LATER));
        Files.writeString(data.resolve("keys/authority.p12"), "rubbish");
        assertEquals(AwardingRefusal.NOTICE_KEY_MISSING, why(LATER));
    }

    @Test
    @DisplayName("cannot sign before its certificate begins or after it ends")
    void expired() throws Exception {
        keep(CertificateAuthority.create("Authority", FROM));
        assertEquals(AwardingRefusal.NOTICE_KEY_EXPIRED, why(FROM.minusSeconds(1)));
        assertEquals(AwardingRefusal.NOTICE_KEY_EXPIRED, why(FROM.plus(Duration.ofDays(800))));
    }

    @Test
    @DisplayName("of a demonstration signs in the demonstration only")
    void demonstration() throws Exception {
        keep(CertificateAuthority.demonstration(FROM));
        assertEquals(AwardingRefusal.NOTICE_KEY_MISSING, why(LATER));
        System.setProperty("subhasta.demo", "true");
        assertInstanceOf(Outcome.Done.class, new AuthorityKey().at(LATER));
    }

    private void keep(CertificateAuthority authority) throws Exception {
        Path keys = Files.createDirectories(data.resolve("keys"));
        Files.writeString(keys.resolve("authority.password"), "secret\n");
        try (OutputStream out = Files.newOutputStream(keys.resolve("authority.p12"))) {
            authority.issue("Notices", "Authority", "NL", FROM)
                    .writePkcs12(out, "notices", "secret".toCharArray());
        }
    }

    private static Object why(Instant at) {
        return assertInstanceOf(Outcome.Refused.class, new AuthorityKey().at(at)).first().code();
    }
}
