package org.subhasta.verification;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.subhasta.signing.CanonicalJson;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.log.Hash;
import org.subhasta.signing.log.InclusionProof;
import org.subhasta.signing.log.SignedNote;

/**
 * Puts a bundle together (docs/reference/bundles.md). The same content gives the same bytes,
 * whenever and by whomever it is put together.
 */
public final class BundleBuilder {

    /** What the manifest says the bundle is of, by kinds. */
    private final Map<String, String> of;
    private final TreeMap<String, byte[]> files = new TreeMap<>();
    private final TreeMap<String, ByteArrayOutputStream> lines = new TreeMap<>();

    private BundleBuilder(Map<String, String> of) {
        this.of = of;
    }

    /**
     * Begins the bundle of a tender.
     *
     * @param award where it is the bundle of an award
     */
    public static BundleBuilder ofTender(String tender, Optional<String> award) {
        return new BundleBuilder(award.map(id -> Map.of("tender", tender, "award", id))
                .orElse(Map.of("tender", tender)));
    }

    /** Begins the bundle of an auction. */
    public static BundleBuilder ofAuction(String auction) {
        return new BundleBuilder(Map.of("auction", auction));
    }

    /**
     * An entry of the journal, as far as it is public.
     *
     * @param leaf        canonical JSON
     * @param header      canonical JSON, public
     * @param headerSalt  where the leaf conceals the header
     * @param payload     canonical JSON; empty where it is not public, or erased
     * @param payloadSalt there where the payload is
     */
    public record Entry(byte[] leaf, byte[] header, Optional<byte[]> headerSalt,
            Optional<byte[]> payload, Optional<byte[]> payloadSalt) {
    }

    /** Adds a file; its name is a relative path in small letters. */
    public BundleBuilder file(String name, byte[] content) {
        if (files.put(name, content) != null) {
            throw new IllegalArgumentException("twice: " + name);
        }
        return this;
    }

    /** Adds the next entry of a subject, in the order of their numbers. */
    public BundleBuilder entry(String kind, Entry entry) {
        JsonObject line = new JsonObject();
        line.addProperty("leaf", text(entry.leaf()));
        line.addProperty("header", text(entry.header()));
        entry.headerSalt().ifPresent(salt -> line.addProperty("headerSalt", hex(salt)));
        entry.payload().ifPresent(payload -> line.addProperty("payload", text(payload)));
        entry.payloadSalt().ifPresent(salt -> line.addProperty("payloadSalt", hex(salt)));
        return line("journal/" + kind, line);
    }

    /** Adds an act that a participant of an auction signed, in the order of their numbers. */
    public BundleBuilder act(String lot, long number, String act, String signature) {
        JsonObject line = new JsonObject();
        line.addProperty("number", number);
        line.addProperty("act", act);
        line.addProperty("signature", signature);
        return line("acts/" + lot, line);
    }

    /** Adds the statement by which a certificate entered an auction. */
    public BundleBuilder entrant(String certificate, byte[] statement, byte[] signature) {
        JsonObject line = new JsonObject();
        line.addProperty("certificate", certificate);
        line.addProperty("statement", text(statement));
        line.addProperty("signature", Base64.getEncoder().encodeToString(signature));
        return line("entries", line);
    }

    /** Adds the head of the log to which all {@link #proof proofs} lead. */
    public BundleBuilder head(SignedNote head) {
        return file(LogCheck.HEAD, head.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Adds that the entry with this leaf is in the log. */
    public BundleBuilder proof(Hash leaf, InclusionProof proof) {
        JsonObject line = new JsonObject();
        line.addProperty("leaf", leaf.hex());
        line.addProperty("index", proof.index());
        JsonArray path = new JsonArray();
        proof.path().forEach(hash -> path.add(hash.base64()));
        line.add("path", path);
        return line("proofs/entries", line);
    }

    private BundleBuilder line(String file, JsonObject line) {
        ByteArrayOutputStream written =
                lines.computeIfAbsent(file + ".jsonl", none -> new ByteArrayOutputStream());
        written.writeBytes(canonical(line));
        written.write('\n');
        return this;
    }

    /** The bundle. */
    public byte[] bytes() {
        TreeMap<String, byte[]> all = new TreeMap<>(files);
        lines.forEach((name, written) -> all.put(name, written.toByteArray()));
        all.put(BundleCheck.MANIFEST, manifest(all));
        return Bundle.write(all);
    }

    private byte[] manifest(TreeMap<String, byte[]> all) {
        JsonArray list = new JsonArray();
        all.forEach((name, content) -> {
            JsonObject file = new JsonObject();
            file.addProperty("path", name);
            file.addProperty("sha256", Sha256.hex(content));
            file.addProperty("size", content.length);
            list.add(file);
        });
        JsonObject manifest = new JsonObject();
        manifest.addProperty("format", BundleCheck.FORMAT);
        of.forEach(manifest::addProperty);
        manifest.add("files", list);
        return canonical(manifest);
    }

    private static byte[] canonical(JsonObject json) {
        try {
            return CanonicalJson.canonicalize(json.toString());
        } catch (CanonicalJson.NotCanonical e) {
            throw new IllegalStateException("what a bundle is made of is JSON", e);
        }
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
