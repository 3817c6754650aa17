package org.subhasta.parties;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenCallTest {

    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

    @Test
    void whatever_is_sent_can_be_kept() {
        TokenCall call = new TokenCall(NOW, "GET", "tenders/\u0000\u202e\u00e9\ud800 x", 400);
        assertEquals("tenders/?????x", call.path());
        TokenCall longest = new TokenCall(NOW, "M".repeat(21), "p".repeat(201), 404);
        assertEquals("M".repeat(20), longest.method());
        assertEquals("p".repeat(200), longest.path());
        TokenCall usual = new TokenCall(NOW, "DELETE", "tokens/0123%20~!", 200);
        assertEquals("DELETE tokens/0123%20~!", usual.method() + " " + usual.path());
    }
}
