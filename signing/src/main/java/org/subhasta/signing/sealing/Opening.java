package org.subhasta.signing.sealing;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens a part of a sealed bid from the shares of a quorum, and checks that every other quorum
 * would have opened the same. Without that a bidder could send shares that open for some quorums
 * only, and so choose after the deadline whether to have bid.
 *
 * <p>Not judged here, since it needs to know people: whether the signatures of envelope and
 * statement are valid, and whether both signers act for the bidder.
 */
public final class Opening {

    /** The encrypted texts of a part, as they were handed in. */
    public interface Texts {
        /** Empty where the text is not there. The opening closes the stream. */
        Optional<InputStream> open(int index) throws IOException;
    }

    /** Takes the attachments. They count only if the opening ends with {@link Opened}. */
    public interface Attachments {
        /**
         * One attachment, called in order.
         *
         * @param index from 0, as in the statement
         * @param bytes the buffer; the attachment are its first {@code length} bytes
         */
        void take(int index, byte[] salt, byte[] bytes, int length) throws IOException;
    }

    /** What came of it. */
    public sealed interface Result {
    }

    /**
     * The part is open, and all of it fits together.
     *
     * @param signature the bidder's over the statement, not verified here
     * @param salt      of the commitment
     * @param salts     of the attachments, in the statement's order
     */
    public record Opened(byte[] statement, byte[] signature, byte[] salt, List<byte[]> salts)
            implements Result {
    }

    /** The part is invalid, for every quorum. */
    public record Invalid(Invalidity why) implements Result {
    }

    private static final class Stop extends Exception {

        private static final long serialVersionUID = 1L;
        private final transient Invalidity why;

        Stop(Invalidity why) {
            super(why.sentence(), null, false, false);
            this.why = why;
        }
    }

    private final Committee committee;
    private final Envelope.Header header;
    private final Envelope.Part part;
    private final Texts texts;

    private Opening(Committee committee, Envelope.Header header, Envelope.Part part,
            Texts texts) {
        this.committee = committee;
        this.header = header;
        this.part = part;
        this.texts = texts;
    }

    /**
     * Opens. Needs memory for about twice its largest text.
     *
     * @param shares by the openers' ids; one that does not match its hash does not count, and more
     *               than the threshold do no harm
     * @throws IOException where a text cannot be read or an attachment not be taken: no judgement
     *                     then
     */
    public static Result open(Committee committee, Envelope envelope, PartName name,
            Map<String, byte[]> shares, Texts texts, Attachments attachments) throws IOException {
        if (!envelope.isSealedTo(committee)) {
            return new Invalid(Invalidity.COMMITTEE_DIFFERS);
        }
        Optional<Envelope.Part> part = envelope.part(name);
        if (part.isEmpty()) {
            return new Invalid(Invalidity.PART_MISSING);
        }
        try {
            return new Opening(committee, envelope.header(), part.get(), texts)
                    .open(shares, attachments);
        } catch (Stop e) {
            return new Invalid(e.why);
        }
    }

    private Opened open(Map<String, byte[]> shares, Attachments attachments)
            throws IOException, Stop {
        byte[] contentKey = Shamir.value(quorum(shares), 0);
        TextCipher cipher = new TextCipher(contentKey, header, part.name());
        byte[] first = text(0);
        // Until the shares are known to be even, another quorum may get another key and fail in
        // another way: so every failure up to here is one and the same.
        Contents contents = cipher.open(0, first).flatMap(Contents::read)
                .filter(read -> isEven(read, contentKey))
                .orElseThrow(() -> new Stop(Invalidity.SHARES_UNEVEN));
        if (!Salted.commitment(contents.salt(), contents.statement(), contents.signature())
                .equals(part.commitment())) {
            throw new Stop(Invalidity.COMMITMENT_WRONG);
        }
        Optional<Invalidity> flaw = BoundStatement.flaw(header, part.name(), contents);
        if (flaw.isPresent()) {
            throw new Stop(flaw.get());
        }
        attachments(cipher, contents, attachments);
        return new Opened(contents.statement(), contents.signature(), contents.salt(),
                contents.attachments().stream().map(Contents.File::salt).toList());
    }

    /** The first shares that match, as many as are needed. */
    private List<byte[]> quorum(Map<String, byte[]> shares) throws Stop {
        List<byte[]> quorum = new ArrayList<>();
        for (Opener opener : committee.openers()) {
            byte[] share = shares.get(opener.id());
            if (share != null && share.length == Shamir.SHARE_BYTES
                    && Shamir.x(share) == committee.x(opener.id())
                    && part.matches(opener.id(), share)
                    && quorum.size() < committee.threshold()) {
                quorum.add(share);
            }
        }
        if (quorum.size() < committee.threshold()) {
            throw new Stop(Invalidity.TOO_FEW_SHARES);
        }
        return quorum;
    }

    /**
     * Whether the key is the value at 0 of one polynomial of degree below the threshold through all
     * shares, and the shares seal again to exactly the sealed ones, hashes included.
     */
    private boolean isEven(Contents contents, byte[] contentKey) {
        List<byte[]> shares = contents.shares();
        int openers = committee.openers().size();
        if (shares.size() != openers || contents.ephemerals().size() != openers
                || !contents.ephemerals().stream().allMatch(Hpke::isKey)) {
            return false;
        }
        for (int i = 0; i < openers; i++) {
            if (Shamir.x(shares.get(i)) != i + 1) {
                return false;
            }
        }
        List<byte[]> through = shares.subList(0, committee.threshold());
        if (!MessageDigest.isEqual(Shamir.value(through, 0), contentKey)) {
            return false;
        }
        for (byte[] share : shares.subList(committee.threshold(), openers)) {
            byte[] value = Arrays.copyOf(share, Shamir.SECRET_BYTES);
            if (!MessageDigest.isEqual(Shamir.value(through, Shamir.x(share)), value)) {
                return false;
            }
        }
        return EnvelopeJson.write(part.shares()).equals(EnvelopeJson.write(
                Sealer.shares(committee, header, part.name(), contents)));
    }

    private void attachments(TextCipher cipher, Contents contents, Attachments attachments)
            throws IOException, Stop {
        List<BoundStatement.File> named = BoundStatement.of(contents.statement()).attachments();
        if (part.texts().size() != 1 + named.size()) {
            throw new Stop(Invalidity.ATTACHMENTS_DIFFER);
        }
        for (int i = 0; i < named.size(); i++) {
            BoundStatement.File file = named.get(i);
            byte[] salt = contents.attachments().get(i).salt();
            int size = (int) file.size();
            byte[] plain = cipher.open(i + 1, text(i + 1))
                    .orElseThrow(() -> new Stop(Invalidity.TEXT_UNREADABLE));
            if (plain.length != TextCipher.sealedSize(size) - TextCipher.TAG_BYTES
                    || !TextCipher.isPadding(plain, size)
                    || !Salted.sha256(salt, plain, size).equals(file.digest())) {
                throw new Stop(Invalidity.ATTACHMENTS_DIFFER);
            }
            attachments.take(i, salt, plain, size);
        }
    }

    /** The encrypted text, exactly as the envelope names it. */
    private byte[] text(int index) throws IOException, Stop {
        Envelope.Text named = part.texts().get(index);
        try (InputStream in = texts.open(index)
                .orElseThrow(() -> new Stop(Invalidity.TEXT_MISSING))) {
            byte[] bytes = in.readNBytes((int) named.size());
            if (bytes.length != named.size() || in.read() >= 0 || !HexFormat.of()
                    .formatHex(Salted.sha256().digest(bytes)).equals(named.sha256())) {
                throw new Stop(Invalidity.TEXT_ALTERED);
            }
            return bytes;
        }
    }
}
