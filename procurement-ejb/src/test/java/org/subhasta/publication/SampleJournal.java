package org.subhasta.publication;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.subhasta.signing.CanonicalJson;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.log.Checkpoint;
import org.subhasta.signing.log.Frontier;
import org.subhasta.signing.log.Hash;
import org.subhasta.signing.log.InclusionProof;
import org.subhasta.signing.log.Node;
import org.subhasta.signing.log.Nodes;
import org.subhasta.signing.log.SignedNote;
import org.subhasta.signing.log.SignerKey;
import org.subhasta.verification.BundleBuilder;

/** The journal of a sample procedure: written into a bundle, entry by entry, and proved. */
final class SampleJournal {

    private final BundleBuilder bundle;
    private final Map<String, SampleProcedure.Change> changes;
    private final UnaryOperator<String> subjects;
    private final List<byte[]> log = new ArrayList<>();
    private final Map<String, Integer> sequences = new HashMap<>();
    private final Map<String, String> leaves = new HashMap<>();

    /** @param changes what becomes of payloads before they are journaled, by their acts */
    SampleJournal(BundleBuilder bundle, Map<String, SampleProcedure.Change> changes) {
        this(bundle, changes, kind -> kind + "/t3nd3r");
    }

    /** @param subjects of the kinds of entries, which are their files */
    SampleJournal(BundleBuilder bundle, Map<String, SampleProcedure.Change> changes,
            UnaryOperator<String> subjects) {
        this.bundle = bundle;
        this.changes = changes;
        this.subjects = subjects;
    }

    /** Tells the hash of the leaf, as {@link #leaf}. */
    String append(String kind, String act, Instant at, JsonObjectBuilder said) {
        return append(kind, act, at, false, said);
    }

    String conceal(String kind, String act, Instant at, JsonObjectBuilder said) {
        return append(kind, act, at, true, said);
    }

    /** The hash of the last leaf of an act, hexadecimal. */
    String leaf(String act) {
        return leaves.get(act);
    }

    private String append(
            String kind, String act, Instant at, boolean concealed, JsonObjectBuilder said) {
        byte[] payload = canonical(
                changes.getOrDefault(act, same -> same).of(said.build()));
        byte[] payloadSalt = salt(kind + act + at + "payload");
        byte[] headerSalt = salt(kind + act + at + "header");
        JsonObject header = Json.createObjectBuilder().add("act", act).add("actor", "ab12")
                .add("payload", commitment(payloadSalt, payload))
                .add("sequence", sequences.merge(kind, 1, Integer::sum))
                .add("subject", subjects.apply(kind)).build();
        JsonObjectBuilder leaf = Json.createObjectBuilder().add("format", "subhasta-leaf-1")
                .add("at", at.toString());
        byte[] bytes = canonical((concealed
                ? leaf.add("concealed", commitment(headerSalt, canonical(header)))
                : leaf.add("header", header)).build());
        leaves.put(act, Sha256.hex(concat(new byte[] {0}, bytes)));
        log.add(bytes);
        bundle.entry(kind, new BundleBuilder.Entry(bytes, canonical(header),
                concealed ? Optional.of(headerSalt) : Optional.empty(),
                Optional.of(payload), Optional.of(payloadSalt)));
        return leaves.get(act);
    }

    /** Each entry's proof, as a log that holds these entries among others would give it. */
    void prove(SignerKey key) {
        Frontier frontier = Frontier.empty();
        Map<Node, Hash> nodes = new HashMap<>();
        List<byte[]> all = new ArrayList<>(log);
        all.addFirst("another entry".getBytes(UTF_8));
        all.forEach(leaf -> frontier.append(Hash.ofLeaf(leaf))
                .forEach(grown -> nodes.put(grown.node(), grown.hash())));
        SignedNote head = key.sign(new Checkpoint(
                key.verifier().name(), all.size(), frontier.root()).text());
        bundle.head(head);
        Nodes store = wanted -> wanted.stream().map(nodes::get).toList();
        for (int i = 1; i < all.size(); i++) {
            bundle.proof(Hash.ofLeaf(all.get(i)), InclusionProof.of(i, all.size(), store));
        }
    }

    static byte[] canonical(JsonObject json) {
        try {
            return CanonicalJson.canonicalize(json.toString());
        } catch (CanonicalJson.NotCanonical e) {
            throw new AssertionError(e);
        }
    }

    static JsonObject json(byte[] bytes) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            return reader.readObject();
        }
    }

    private static byte[] salt(String of) {
        return Sha256.digest(of.getBytes(UTF_8));
    }

    private static String commitment(byte[] salt, byte[] content) {
        return HexFormat.of().formatHex(Sha256.digest(concat(salt, content)));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }
}
