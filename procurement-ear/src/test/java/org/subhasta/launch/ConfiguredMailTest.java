package org.subhasta.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Mail in the environment")
class ConfiguredMailTest {

    @Test
    @DisplayName("may be left out: then it goes into a folder")
    void none() throws Exception {
        assertEquals(Map.of("subhasta.mail.from", ""), ConfiguredMail.properties(Map.of()));
    }

    @Test
    @DisplayName("leaves the password out of the server's command line")
    void secret() throws Exception {
        Map<String, String> properties = ConfiguredMail.properties(Map.of(
                "SUBHASTA_SMTP_URL", "smtp://me:p%40ss@mail.example:587",
                "SUBHASTA_MAIL_FROM", "tenders@alder-bay.example",
                "SUBHASTA_PUBLIC_URL", "https://tenders.alder-bay.example/"));
        assertEquals(Map.of("subhasta.mail.from", "tenders@alder-bay.example",
                "subhasta.address", "https://tenders.alder-bay.example"), properties);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.example", "http://mail.example", "smtp://", "smtp://m.example/x",
            "smtp://me:se cret@m.example", "smtp://me:secret@m@m.example", "smtp://m.example?a=b"})
    @DisplayName("that is no server is told before anything starts, without its password:")
    void noServer(String address) {
        String said = assertThrows(CannotRun.class, () -> ConfiguredMail.properties(
                Map.of("SUBHASTA_SMTP_URL", address))).getMessage();
        assertTrue(said.startsWith("SUBHASTA_SMTP_URL must be"), said);
        assertFalse(said.contains("cret"), said);
    }

    @Test
    @DisplayName("has a sender and a platform that can be written to and opened")
    void others() {
        assertThrows(CannotRun.class, () -> ConfiguredMail.properties(
                Map.of("SUBHASTA_MAIL_FROM", "nobody")));
        assertThrows(CannotRun.class, () -> ConfiguredMail.properties(
                Map.of("SUBHASTA_PUBLIC_URL", "tenders.example")));
    }
}
