package org.subhasta.signing.sealing;

import java.util.Optional;
import org.subhasta.signing.Sha256;
import org.subhasta.signing.SigningKey;

/** An opener's private key, which opens the own share of every bid and nothing else. */
public final class ShareKey {

    private final Committee committee;
    private final Opener opener;
    private final SigningKey key;

    private ShareKey(Committee committee, Opener opener, SigningKey key) {
        this.committee = committee;
        this.opener = opener;
        this.key = key;
    }

    /** The key as a committee's opener; empty where it is none of theirs. */
    public static Optional<ShareKey> of(SigningKey key, Committee committee) {
        return committee.openers().stream()
                .filter(opener -> Hpke.belongs(key.privateKey(), opener.point()))
                .findFirst().map(opener -> new ShareKey(committee, opener, key));
    }

    /** Whose key it is. */
    public Opener opener() {
        return opener;
    }

    /** Opens the own share of a part. */
    public ShareOpening open(Envelope envelope, PartName name) {
        if (!envelope.isSealedTo(committee)) {
            return new ShareOpening.Refused(ShareOpening.Refusal.COMMITTEE_DIFFERS);
        }
        Optional<Envelope.Part> part = envelope.part(name);
        if (part.isEmpty()) {
            return new ShareOpening.Refused(ShareOpening.Refusal.PART_MISSING);
        }
        int x = committee.x(opener.id());
        Envelope.Share sealed = part.get().shares().get(x - 1);
        Optional<byte[]> share = Hpke.open(key.privateKey(), opener.point(),
                TextCipher.shareContext(envelope.header(), name, opener.id()),
                new Hpke.Sealed(sealed.enc(), sealed.sealed()));
        if (share.isEmpty()) {
            return new ShareOpening.Refused(ShareOpening.Refusal.CANNOT_BE_DECRYPTED);
        }
        if (!Sha256.hex(share.get()).equals(sealed.hash()) || Shamir.x(share.get()) != x) {
            return new ShareOpening.Refused(ShareOpening.Refusal.HASH_DIFFERS);
        }
        return new ShareOpening.Opened(share.get());
    }

    /** Answers a rehearsal for the tender; empty where it is not sealed to this key. */
    public Optional<byte[]> rehearse(String tender, byte[] enc, byte[] sealed) {
        return Rehearsal.answer(key, tender, opener, enc, sealed);
    }

    @Override
    public String toString() {
        return "ShareKey[" + opener.id() + "]";
    }
}
