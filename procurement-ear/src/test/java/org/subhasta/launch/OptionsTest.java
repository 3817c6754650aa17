package org.subhasta.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The options of a run")
class OptionsTest {

    private static Options parse(String... arguments) throws CannotRun {
        return Options.parse(List.of(arguments), Path.of("/home/subhasta"));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("name an address that can be opened and asked")
    @CsvSource({
        "127.0.0.1,    http://localhost:8080,      http://127.0.0.1:8080/api/ready",
        "localhost,    http://localhost:8080,      http://localhost:8080/api/ready",
        "0.0.0.0,      http://localhost:8080,      http://127.0.0.1:8080/api/ready",
        "192.0.2.7,    http://192.0.2.7:8080,      http://192.0.2.7:8080/api/ready",
        "::1,          http://[::1]:8080,          http://[::1]:8080/api/ready",
        "[::1],        http://[::1]:8080,          http://[::1]:8080/api/ready",
        "::,           http://localhost:8080,      http://[::1]:8080/api/ready",
        "2001:db8::7,  http://[2001:db8::7]:8080,  http://[2001:db8::7]:8080/api/ready"})
    void addresses(String host, String address, String readiness) throws Exception {
        Options options = parse("--host", host, "--no-demo");
        assertEquals(address, options.address());
        assertEquals(readiness, options.readiness().toString());
        // Java itself understands the host of the address, and so does the check of the port.
        assertTrue(options.readiness().getPort() == 8080 && !options.host().startsWith("["));
    }

    @Test
    @DisplayName("keep demonstration accounts on this machine, whatever the address looks like")
    void demonstration() throws Exception {
        assertTrue(parse("--host", "::1").demonstration());
        for (String host : List.of("::", "0.0.0.0", "2001:db8::7")) {
            CannotRun refusal = assertThrows(CannotRun.class, () -> parse("--host", host));
            assertTrue(refusal.getMessage().startsWith("Demonstration accounts"), host);
        }
    }
}
