package org.subhasta.signing.sealing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.subhasta.signing.Sha256;

/**
 * Seals the parts of bids to an opening committee. Each part gets a fresh content key that only a
 * quorum of the committee can put together again; it is kept nowhere. Safe for many threads.
 */
public final class Sealer {

    /** Where the encrypted texts go. The sealer closes each stream. */
    public interface Texts {
        OutputStream create(int index) throws IOException;
    }

    /**
     * All that is random in a part. Only tests give it other values than fresh ones.
     *
     * @param contentKey   the secret that is shared
     * @param coefficients of x, x², … of the sharing polynomial: threshold - 1
     * @param ephemerals   private keys to seal with, one for each opener
     * @param salt         of the commitment
     */
    record Secrets(byte[] contentKey, List<byte[]> coefficients, List<byte[]> ephemerals,
                   byte[] salt) {

        static Secrets fresh(Committee committee) {
            return new Secrets(random(),
                    Stream.generate(Secrets::random).limit(committee.threshold() - 1).toList(),
                    committee.openers().stream().map(to -> Hpke.freshKey(RANDOM)).toList(),
                    random());
        }

        private static byte[] random() {
            byte[] block = new byte[Shamir.SECRET_BYTES];
            RANDOM.nextBytes(block);
            return block;
        }
    }

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Committee committee;

    public Sealer(Committee committee) {
        this.committee = committee;
    }

    /**
     * Seals a part.
     *
     * @param header      of the envelope that the part is for; it names this committee
     * @param statement   canonical JSON that names what the header names (id, tender, notice,
     *                    bidder, openers, kind, replaces), the {@code part}, and the
     *                    {@code attachments} with {@code size} and {@code digest} each
     * @param signature   the bidder's over the statement
     * @param attachments in the statement's order
     * @throws IOException where a file cannot be read, has changed, or a text cannot be written
     * @throws IllegalArgumentException where the header names another committee, the statement does
     *                    not fit to the rest, or something is larger than its limit
     */
    public Envelope.Part seal(Envelope.Header header, PartName name, byte[] statement,
            byte[] signature, List<Attachment> attachments, Texts texts) throws IOException {
        return seal(header, name, statement, signature, attachments, texts,
                Secrets.fresh(committee));
    }

    Envelope.Part seal(Envelope.Header header, PartName name, byte[] statement, byte[] signature,
            List<Attachment> attachments, Texts texts, Secrets secrets) throws IOException {
        if (!header.openers().equals(committee.fingerprint())) {
            throw new IllegalArgumentException("the header names another committee");
        }
        Contents contents = contents(statement, signature, attachments, secrets);
        BoundStatement.flaw(header, name, contents).ifPresent(flaw -> {
            throw new IllegalArgumentException(flaw.sentence());
        });
        TextCipher cipher = new TextCipher(secrets.contentKey(), header, name);
        List<Envelope.Text> sealed = new ArrayList<>();
        byte[] first = contents.write();
        sealed.add(seal(cipher, 0, new ByteArrayInputStream(first), first.length, texts));
        List<BoundStatement.File> named = BoundStatement.of(statement).attachments();
        for (int i = 0; i < attachments.size(); i++) {
            sealed.add(seal(cipher, i + 1, attachments.get(i), named.get(i).digest(), texts));
        }
        return new Envelope.Part(name, committee.threshold(),
                shares(committee, header, name, contents),
                Salted.commitment(contents.salt(), statement, signature), sealed);
    }

    private Contents contents(byte[] statement, byte[] signature, List<Attachment> attachments,
            Secrets secrets) {
        if (statement.length > Contents.MAXIMUM_STATEMENT
                || signature.length > Contents.MAXIMUM_SIGNATURE
                || attachments.size() > Envelope.MOST_ATTACHMENTS) {
            throw new IllegalArgumentException("the statement, its signature or the number of "
                    + "attachments is larger than can be sealed");
        }
        List<byte[]> polynomial = new ArrayList<>(List.of(secrets.contentKey()));
        polynomial.addAll(secrets.coefficients());
        List<byte[]> shares = new ArrayList<>();
        for (int x = 1; x <= committee.openers().size(); x++) {
            shares.add(Shamir.share(polynomial, x));
        }
        return new Contents(statement, signature, shares, secrets.ephemerals(), secrets.salt(),
                attachments.stream().map(attachment ->
                        new Contents.File(attachment.salt(), attachment.size())).toList());
    }

    /** The sealed shares, which the contents determine to the last byte. */
    static List<Envelope.Share> shares(Committee committee, Envelope.Header header, PartName name,
            Contents contents) {
        List<Envelope.Share> shares = new ArrayList<>();
        for (int i = 0; i < committee.openers().size(); i++) {
            Opener opener = committee.openers().get(i);
            byte[] share = contents.shares().get(i);
            Hpke.Sealed sealed = Hpke.seal(opener.point(),
                    TextCipher.shareContext(header, name, opener.id()), share,
                    contents.ephemerals().get(i));
            shares.add(new Envelope.Share(opener.id(), Sha256.hex(share), sealed.enc(),
                    sealed.sealed()));
        }
        return shares;
    }

    /** Checks the digest once more: a file saved between signing and sealing would be no bid. */
    private static Envelope.Text seal(TextCipher cipher, int index, Attachment attachment,
            String named, Texts texts) throws IOException {
        MessageDigest digest = Salted.sha256();
        digest.update(attachment.salt());
        try (InputStream in = new DigestInputStream(attachment.content().open(), digest)) {
            Envelope.Text text = seal(cipher, index, in, attachment.size(), texts);
            if (!HexFormat.of().formatHex(digest.digest()).equals(named)) {
                throw new IOException("an attachment is not the one that the statement names");
            }
            return text;
        }
    }

    private static Envelope.Text seal(TextCipher cipher, int index, InputStream plain, long size,
            Texts texts) throws IOException {
        try (OutputStream out = texts.create(index)) {
            return cipher.seal(index, plain, size, out);
        }
    }
}
