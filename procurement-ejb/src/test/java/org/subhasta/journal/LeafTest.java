package org.subhasta.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The leaf format can never be migrated, so its bytes are pinned here. */
class LeafTest {

    private static final Instant AT = Instant.parse("2026-11-22T12:00:00.000001Z");
    private static final JsonObject HEADER =
            Leaf.header(Subject.of("tender", "abc"), 7, "tender-published", "f00d", "00ff");

    @Test
    void an_open_leaf_shows_its_header() {
        assertEquals("{\"at\":\"2026-11-22T12:00:00.000001Z\",\"format\":\"subhasta-leaf-1\","
                + "\"header\":{\"act\":\"tender-published\",\"actor\":\"f00d\",\"payload\":\"00ff\","
                + "\"sequence\":7,\"subject\":\"tender/abc\"}}",
                new String(Leaf.open(AT, HEADER).content(), UTF_8));
    }

    @Test
    void a_concealed_leaf_tells_only_its_instant_and_a_salted_hash() throws Exception {
        byte[] header = CanonicalText.of(HEADER);
        byte[] salt = HexFormat.of().parseHex("11".repeat(32));
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(salt);
        String expected = HexFormat.of().formatHex(sha256.digest(header));

        String leaf = new String(Leaf.concealed(AT, header, salt).content(), UTF_8);

        assertEquals("{\"at\":\"2026-11-22T12:00:00.000001Z\",\"concealed\":\"" + expected
                + "\",\"format\":\"subhasta-leaf-1\"}", leaf);
        assertFalse(leaf.contains("tender"));
    }

    @Test
    void a_leaf_is_hashed_with_the_prefix_of_rfc_6962() throws Exception {
        Leaf leaf = Leaf.open(AT, HEADER);
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update((byte) 0);
        assertArrayEquals(sha256.digest(leaf.content()), leaf.hash());
    }

    @Test
    void a_subject_is_a_plain_word_and_a_plain_identifier() {
        assertEquals("platform", Subject.PLATFORM.toString());
        assertThrows(IllegalArgumentException.class, () -> Subject.of("tender", "a/b"));
        assertThrows(IllegalArgumentException.class, () -> Subject.of("Tender", "a"));
    }
}
