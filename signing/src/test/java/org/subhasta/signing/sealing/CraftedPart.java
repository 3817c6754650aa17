package org.subhasta.signing.sealing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Seals by hand what no {@link Sealer} would: each step can be given something wrong. */
final class CraftedPart {

    final Bidding bidding;
    final Envelope.Header header;
    final Sealer.Secrets secrets;
    byte[] statement;
    List<byte[]> shares = new ArrayList<>();
    List<byte[]> told;
    List<Attachment> attachments = new ArrayList<>();
    List<Contents.File> toldFiles;
    String commitment;
    Map<Integer, Envelope.Share> sealedOtherwise = new TreeMap<>();

    CraftedPart(Bidding bidding) {
        this.bidding = bidding;
        header = bidding.header("tender-1", "bidder-1");
        secrets = Sealer.Secrets.fresh(bidding.committee);
        shares(secrets.coefficients());
    }

    /** Shares on the polynomial with these coefficients after the key. */
    void shares(List<byte[]> coefficients) {
        List<byte[]> polynomial = new ArrayList<>(List.of(secrets.contentKey()));
        polynomial.addAll(coefficients);
        shares.clear();
        for (int x = 1; x <= bidding.committee.openers().size(); x++) {
            shares.add(Shamir.share(polynomial, x));
        }
    }

    Bidding.Sealed seal() {
        try {
            return sealed();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Bidding.Sealed sealed() throws IOException {
        byte[] said = statement != null ? statement
                : Bidding.statement(header, PartName.BID, attachments);
        Contents actual = contents(said, shares);
        List<Envelope.Share> sealed = new ArrayList<>(
                Sealer.shares(bidding.committee, header, PartName.BID, actual));
        sealedOtherwise.forEach(sealed::set);
        TextCipher cipher = new TextCipher(secrets.contentKey(), header, PartName.BID);
        Map<Integer, ByteArrayOutputStream> written = new TreeMap<>();
        byte[] first = contents(said, told != null ? told : shares).write();
        List<Envelope.Text> texts = new ArrayList<>();
        texts.add(cipher.seal(0, new ByteArrayInputStream(first), first.length,
                Bidding.into(written, 0)));
        for (Attachment attachment : attachments) {
            texts.add(cipher.seal(texts.size(), attachment.content().open(), attachment.size(),
                    Bidding.into(written, texts.size())));
        }
        return Bidding.sealed(header, List.of(new Envelope.Part(PartName.BID,
                bidding.committee.threshold(), sealed, commitment != null ? commitment
                        : Salted.commitment(secrets.salt(), said, Bidding.SIGNATURE), texts)),
                written);
    }

    private Contents contents(byte[] said, List<byte[]> shares) {
        return new Contents(said, Bidding.SIGNATURE, shares, secrets.seeds(), secrets.salt(),
                toldFiles != null ? toldFiles : attachments.stream().map(file ->
                        new Contents.File(file.salt(), file.size())).toList());
    }
}
