package org.subhasta.signing.sealing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How an {@link Envelope} is written and read. */
final class EnvelopeJson {

    private EnvelopeJson() {
    }

    static Envelope envelope(Json object) throws Json.Malformed {
        Envelope.Header header = header(object);
        List<Envelope.Part> parts = object.objects("parts", 0, 2, EnvelopeJson::part);
        try {
            return new Envelope(header, parts);
        } catch (IllegalArgumentException e) {
            throw object.malformed("parts");
        }
    }

    static Envelope.Header header(Json object) throws Json.Malformed {
        Envelope.Kind kind = Envelope.Kind.of(object.text("kind", 8))
                .orElseThrow(() -> object.malformed("kind"));
        Optional<UUID> replaces = kind == Envelope.Kind.SUBMIT ? Optional.empty()
                : Optional.of(object.id("replaces"));
        return new Envelope.Header(object.id("id"), object.name("tender"), object.hash("notice"),
                object.name("bidder"), object.hash("openers"), kind, replaces,
                object.instant("madeAt"));
    }

    static PartName partName(Json object, String member) throws Json.Malformed {
        return PartName.of(object.text(member, 16)).orElseThrow(() -> object.malformed(member));
    }

    private static Envelope.Part part(Json object) throws Json.Malformed {
        List<Envelope.Share> shares = object.objects("shares", Committee.LEAST_OPENERS,
                Committee.MOST_OPENERS, EnvelopeJson::share);
        HashSet<String> openers = new HashSet<>();
        if (!shares.stream().allMatch(share -> openers.add(share.opener()))) {
            throw object.malformed("shares");
        }
        return new Envelope.Part(partName(object, "name"),
                (int) object.whole("threshold", Committee.LEAST_THRESHOLD, shares.size()), shares,
                object.hash("commitment"),
                object.objects("texts", 1, 1 + Envelope.MOST_ATTACHMENTS, EnvelopeJson::text));
    }

    private static Envelope.Share share(Json object) throws Json.Malformed {
        int sealed = Shamir.SHARE_BYTES + Hpke.TAG_BYTES;
        return new Envelope.Share(object.name("opener"), object.hash("hash"),
                object.bytes("enc", Hpke.ENC_BYTES, Hpke.ENC_BYTES),
                object.bytes("sealed", sealed, sealed));
    }

    private static Envelope.Text text(Json object) throws Json.Malformed {
        long size = object.whole("size", TextCipher.BLOCK_BYTES + TextCipher.TAG_BYTES,
                Envelope.Text.MAXIMUM_BYTES);
        if ((size - TextCipher.TAG_BYTES) % TextCipher.BLOCK_BYTES != 0) {
            throw object.malformed("size");
        }
        return new Envelope.Text(size, object.hash("sha256"));
    }

    static byte[] write(Envelope envelope) {
        Map<String, Object> members = Envelope.binding(envelope.header());
        members.put("format", Envelope.FORMAT);
        members.put("madeAt", envelope.header().madeAt().toString());
        List<Object> parts = new ArrayList<>();
        for (Envelope.Part part : envelope.parts()) {
            parts.add(Map.of("name", part.name().code(), "threshold", part.threshold(),
                    "commitment", part.commitment(),
                    "shares", write(part.shares()),
                    "texts", part.texts().stream().map(text -> Map.of(
                            "size", text.size(), "sha256", text.sha256())).toList()));
        }
        members.put("parts", parts);
        return Json.canonical(members);
    }

    static List<Map<String, String>> write(List<Envelope.Share> shares) {
        return shares.stream().map(share -> Map.of(
                "opener", share.opener(), "hash", share.hash(),
                "enc", Json.base64(share.enc()), "sealed", Json.base64(share.sealed()))).toList();
    }
}
