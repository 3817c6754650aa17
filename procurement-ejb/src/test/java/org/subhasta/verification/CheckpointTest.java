package org.subhasta.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.subhasta.signing.Trust;
import org.subhasta.signing.command.Exit;
import org.subhasta.signing.log.Checkpoint;
import org.subhasta.signing.log.ConsistencyProof;
import org.subhasta.signing.log.Frontier;
import org.subhasta.signing.log.Hash;
import org.subhasta.signing.log.KeyKind;
import org.subhasta.signing.log.Node;
import org.subhasta.signing.log.SignedNote;
import org.subhasta.signing.log.SignerKey;

@DisplayName("A head of the log")
class CheckpointTest {

    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");
    private static final SignerKey LOG =
            SignerKey.generate("log.example/a", KeyKind.LOG, new SecureRandom());
    private static final SignerKey WITNESS =
            SignerKey.generate("witness.example", KeyKind.WITNESS, new SecureRandom());
    private static final TrustedKeys TRUST = new TrustedKeys(Trust.of(List.of()),
            List.of(LOG.verifier(), WITNESS.verifier()));

    private final Map<Node, Hash> nodes = new HashMap<>();

    private SignedNote head(int size, String prefix) {
        Frontier frontier = Frontier.empty();
        for (int i = 0; i < size; i++) {
            frontier.append(Hash.ofLeaf((prefix + i).getBytes(UTF_8)))
                    .forEach(grown -> nodes.put(grown.node(), grown.hash()));
        }
        return LOG.sign(new Checkpoint("log.example/a", size, frontier.root()).text());
    }

    private byte[] consistency(int from, int to) {
        ConsistencyProof proof = ConsistencyProof.of(
                from, to, wanted -> wanted.stream().map(nodes::get).toList());
        return ("subhasta-consistency-1\nfrom " + from + "\nto " + to + "\n" + proof.path().stream()
                .map(hash -> hash.base64() + "\n").collect(Collectors.joining())).getBytes(UTF_8);
    }

    private static Map<Found, Exit> check(TrustedKeys trust, byte[]... files) {
        Map<String, byte[]> named = new LinkedHashMap<>();
        for (byte[] file : files) {
            named.put("file" + named.size(), file);
        }
        Map<Found, Exit> found = new LinkedHashMap<>();
        new Verifier(trust, NOW).check(named).forEach(checked -> checked.report().findings()
                .forEach(finding -> found.put(finding.found(), checked.report().exit())));
        return found;
    }

    private static byte[] bytes(SignedNote note) {
        return note.toString().getBytes(UTF_8);
    }

    @Test
    @DisplayName("continues an older one where the proof says so")
    void continues() {
        byte[] older = bytes(head(5, "entry "));
        byte[] newer = bytes(head(12, "entry "));
        Map<Found, Exit> found = check(TRUST, older, newer, consistency(5, 12));
        assertEquals(Exit.HOLDS, found.get(Found.HEADS_CONTINUE), found::toString);
        assertEquals(Exit.HOLDS, found.get(Found.HEAD_SIGNED));
        assertFalse(found.containsKey(Found.FILE_NOT_RECOGNISED), found::toString);
        assertTrue(check(TRUST, consistency(5, 12)).containsKey(Found.FILE_NOT_RECOGNISED));
        assertEquals(Exit.NOT_TRUSTED,
                check(TRUST, older, newer).get(Found.HEADS_NOT_COMPARED));
    }

    @Test
    @DisplayName("of a log that was rewritten is told, with one as large or larger")
    void forked() {
        byte[] older = bytes(head(5, "entry "));
        byte[] other = bytes(head(5, "changed "));
        assertEquals(Exit.WRONG, check(TRUST, older, other).get(Found.HEADS_FORKED));
        byte[] larger = bytes(head(12, "changed "));
        assertEquals(Exit.WRONG, check(TRUST, older, larger, consistency(5, 12))
                .get(Found.HEADS_FORKED));
    }

    @Test
    @DisplayName("counts with the key of its log only, and names the witnesses that saw it")
    void signatures() {
        SignedNote head = head(3, "entry ");
        assertEquals(Exit.NOT_TRUSTED,
                check(TrustedKeys.none(), bytes(head)).get(Found.LOG_NOT_TRUSTED));
        byte[] changed = new String(bytes(head), UTF_8).replace("\n3\n", "\n4\n").getBytes(UTF_8);
        assertEquals(Exit.WRONG, check(TRUST, changed).get(Found.HEAD_NOT_SIGNED));
        assertTrue(check(TRUST, bytes(head.with(WITNESS.cosign(head, NOW))))
                .containsKey(Found.HEAD_WITNESSED));
    }
}
