package org.subhasta.verification;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import org.subhasta.signing.CanonicalJson;
import org.subhasta.signing.Sha256;

/**
 * Puts a bundle together (docs/reference/bundles.md). The same content gives the same bytes,
 * whenever and by whomever it is put together.
 */
public final class BundleBuilder {

    private final String tender;
    private final Optional<String> award;
    private final TreeMap<String, byte[]> files = new TreeMap<>();
    private final TreeMap<String, ByteArrayOutputStream> journals = new TreeMap<>();

    /**
     * Begins a bundle.
     *
     * @param award where it is the bundle of an award
     */
    public BundleBuilder(String tender, Optional<String> award) {
        this.tender = tender;
        this.award = award;
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
        ByteArrayOutputStream lines =
                journals.computeIfAbsent(kind, none -> new ByteArrayOutputStream());
        lines.writeBytes(canonical(line));
        lines.write('\n');
        return this;
    }

    /** The bundle. */
    public byte[] bytes() {
        TreeMap<String, byte[]> all = new TreeMap<>(files);
        journals.forEach((kind, lines) ->
                all.put("journal/" + kind + ".jsonl", lines.toByteArray()));
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
        manifest.addProperty("tender", tender);
        award.ifPresent(id -> manifest.addProperty("award", id));
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
