package org.subhasta.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Authorities in the environment")
class ConfiguredTrustTest {

    @Test
    @DisplayName("are none where nothing is set: the platform's own stamps, any public host is asked")
    void none() throws Exception {
        assertEquals(Map.of("subhasta.tsa", "", "subhasta.revocation.hosts", ""),
                ConfiguredTrust.properties(Map.of()));
    }

    @Test
    @DisplayName("may be several, separated by commas")
    void several() throws Exception {
        assertEquals(Map.of("subhasta.tsa", "https://a.example/tsr,http://b.example:318",
                        "subhasta.revocation.hosts", "crl.a.example,ocsp.a.example"),
                ConfiguredTrust.properties(Map.of(
                        "SUBHASTA_TSA_URL", " https://a.example/tsr , http://b.example:318",
                        "SUBHASTA_REVOCATION_HOSTS", "crl.a.example, ocsp.a.example,")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tsa.example", "ftp://tsa.example/", "http:///tsr", "https://u:p@a.example",
            "http://a.example/ b", "file:///etc/passwd"})
    @DisplayName("that are no address are told before anything starts:")
    void noAddress(String address) {
        String said = assertThrows(CannotRun.class, () -> ConfiguredTrust.properties(
                Map.of("SUBHASTA_TSA_URL", address))).getMessage();
        assertTrue(said.startsWith("SUBHASTA_TSA_URL names ") && said.contains("https://tsa.example"),
                said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://crl.example", "crl.example:80", "a b", "-x"})
    @DisplayName("that are no host are told before anything starts:")
    void noHost(String host) {
        String said = assertThrows(CannotRun.class, () -> ConfiguredTrust.properties(
                Map.of("SUBHASTA_REVOCATION_HOSTS", host))).getMessage();
        assertTrue(said.startsWith("SUBHASTA_REVOCATION_HOSTS names "), said);
    }
}
