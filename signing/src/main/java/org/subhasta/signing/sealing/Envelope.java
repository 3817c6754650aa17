package org.subhasta.signing.sealing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.subhasta.signing.Sha256;

/**
 * A sealed bid without its texts: what a bidder signs and hands in, and what everybody may see of
 * it. Who sent it, for what, and that it is complete can be checked; what it says cannot be read.
 * The texts travel beside it as files. The format is docs/reference/sealed-bids.md.
 *
 * @param parts one named {@code BID}, or {@code TECHNICAL} and {@code PRICE}; none in a withdrawal
 */
public record Envelope(Header header, List<Part> parts) {

    /** The format's name. */
    public static final String FORMAT = "subhasta-envelope-1";

    /** The format of announcements. */
    public static final String ANNOUNCEMENT_FORMAT = "subhasta-announcement-1";

    /** Bytes of the largest envelope taken; two parts for 15 openers and 21 texts have 18 KiB. */
    public static final int MAXIMUM_BYTES = 64 * 1024;

    /** Attachments of a part, each a text of its own. */
    public static final int MOST_ATTACHMENTS = 20;

    /** What an envelope does. */
    public enum Kind {
        SUBMIT, REPLACE, WITHDRAW;

        /** As formats write it: {@code submit}, {@code replace}, {@code withdraw}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of that code; empty where there is none. */
        public static Optional<Kind> of(String code) {
            for (Kind kind : values()) {
                if (kind.code().equals(code)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * What stands in the clear besides the parts.
     *
     * @param id       made by the bidder, so that sending twice is harmless
     * @param tender   1 to 64 letters, digits and {@code . _ : -}
     * @param notice   SHA-256 of the notice the bidder read, hexadecimal
     * @param bidder   id of the bidding organisation, as {@code tender}
     * @param openers  fingerprint of the committee it is sealed to
     * @param replaces the envelope it replaces or withdraws; empty exactly where it submits
     * @param madeAt   the bidder's own clock: a claim, nothing is decided by it
     */
    public record Header(UUID id, String tender, String notice, String bidder, String openers,
                         Kind kind, Optional<UUID> replaces, Instant madeAt) {

        public Header {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(madeAt, "madeAt");
            if ((kind == Kind.SUBMIT) == replaces.isPresent()) {
                throw new IllegalArgumentException(
                        "replacing and withdrawing name an envelope, submitting names none");
            }
        }
    }

    /**
     * What is opened together.
     *
     * @param threshold  as many shares open it
     * @param shares     one for each opener, in the committee's order
     * @param commitment to the signed statement inside: AES-GCM does not commit to its key
     * @param texts      the first holds the statement and the proof that all shares fit together,
     *                   the others are the attachments
     */
    public record Part(PartName name, int threshold, List<Share> shares, String commitment,
                       List<Text> texts) {

        public Part {
            shares = List.copyOf(shares);
            texts = List.copyOf(texts);
        }

        /** Whether this is the opener's share. One that is not does not count as opened. */
        public boolean matches(String opener, byte[] share) {
            return shares.stream().anyMatch(sealed -> sealed.opener().equals(opener)
                    && sealed.hash().equals(Sha256.hex(share)));
        }
    }

    /**
     * A share of a part's key, sealed to one opener.
     *
     * @param hash   SHA-256 of the share, hexadecimal
     * @param enc    HPKE's encapsulated key, 65 bytes
     * @param sealed the encrypted share, 49 bytes
     */
    public record Share(String opener, String hash, byte[] enc, byte[] sealed) {
    }

    /**
     * An encrypted text, as it travels: with its tag.
     *
     * @param size   in bytes: a multiple of {@value TextCipher#BLOCK_BYTES} and the tag's 16
     * @param sha256 of these bytes, hexadecimal
     */
    public record Text(long size, String sha256) {

        /** Bytes of the largest text: 64 MiB and the tag. */
        public static final long MAXIMUM_BYTES = TextCipher.MAXIMUM_PLAIN + TextCipher.TAG_BYTES;
    }

    public Envelope {
        parts = List.copyOf(parts);
        List<PartName> names = parts.stream().map(Part::name).toList();
        if (!(header.kind() == Kind.WITHDRAW ? names.isEmpty()
                : names.equals(List.of(PartName.BID))
                        || names.equals(List.of(PartName.TECHNICAL, PartName.PRICE)))) {
            throw new IllegalArgumentException("not the parts of such an envelope");
        }
    }

    /** Reads an envelope, strictly: unknown members are refused, everything has its limits. */
    public static Reading<Envelope> read(byte[] canonicalJson) {
        return Json.read(canonicalJson, MAXIMUM_BYTES, FORMAT, EnvelopeJson::envelope);
    }

    /** The bytes that are signed. */
    public byte[] canonicalJson() {
        return EnvelopeJson.write(this);
    }

    /**
     * What the bidder signs to announce, on a slow line, that this envelope is on its way: canonical
     * JSON, {@value #ANNOUNCEMENT_FORMAT}.
     *
     * @param madeAt the bidder's own clock: a claim
     */
    public byte[] announcement(Instant madeAt) {
        return Json.canonical(Map.of("format", ANNOUNCEMENT_FORMAT, "tender", header.tender(),
                "notice", header.notice(), "bidder", header.bidder(),
                "bid", header.id().toString(), "envelope", Sha256.hex(canonicalJson()),
                "madeAt", madeAt.toString()));
    }

    /** The part of that name. */
    public Optional<Part> part(PartName name) {
        return parts.stream().filter(part -> part.name() == name).findFirst();
    }

    /**
     * Whether it is sealed to this committee: its fingerprint, threshold and openers in their
     * order. All that can be known of an envelope's addressees before it is opened.
     */
    public boolean isSealedTo(Committee committee) {
        List<String> openers = committee.openers().stream().map(Opener::id).toList();
        return header.openers().equals(committee.fingerprint())
                && parts.stream().allMatch(part -> part.threshold() == committee.threshold()
                        && part.shares().stream().map(Share::opener).toList().equals(openers));
    }

    /** What the members of a header are called, in envelopes and in what is bound to one. */
    static Map<String, Object> binding(Header header) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", header.id().toString());
        members.put("tender", header.tender());
        members.put("notice", header.notice());
        members.put("bidder", header.bidder());
        members.put("openers", header.openers());
        members.put("kind", header.kind().code());
        header.replaces().ifPresent(id -> members.put("replaces", id.toString()));
        return members;
    }
}
