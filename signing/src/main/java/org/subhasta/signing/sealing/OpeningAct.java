package org.subhasta.signing.sealing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What an opener signs: the own shares of all bids of a box, released in one act.
 *
 * @param tender whose box is opened
 * @param opener the opener's id
 * @param entry  leaf hash of the journal's entry that allows the opening, hexadecimal: the box's
 *               closing, or for prices the signed technical evaluation
 * @param shares one for each bid, ordered by the bids' ids as they are written
 * @param madeAt the opener's own clock: a claim
 */
public record OpeningAct(String tender, PartName part, String opener, String entry,
                         List<Released> shares, Instant madeAt) {

    /** The format's name. */
    public static final String FORMAT = "subhasta-opening-act-1";

    /** Bytes of the largest act taken. */
    public static final int MAXIMUM_BYTES = 2 * 1024 * 1024;

    /** As many bids as one act opens: with more, the act would be larger than is taken. */
    public static final int MOST_BIDS = 10_000;

    /**
     * @param bid   the envelope's id
     * @param share 33 bytes; empty where it could not be opened, which is recorded without blame
     */
    public record Released(UUID bid, Optional<byte[]> share) {
    }

    public OpeningAct {
        shares = List.copyOf(shares);
        if (!isOrdered(shares)) {
            throw new IllegalArgumentException("the shares are ordered by bid, each once");
        }
    }

    /** Reads an act, strictly. */
    public static Reading<OpeningAct> read(byte[] canonicalJson) {
        return Json.read(canonicalJson, MAXIMUM_BYTES, FORMAT, object -> {
            List<Released> shares = object.objects("shares", 0, MOST_BIDS, released ->
                    new Released(released.id("bid"), released.isNull("share") ? Optional.empty()
                            : Optional.of(released.bytes("share", Shamir.SHARE_BYTES,
                                    Shamir.SHARE_BYTES))));
            if (!isOrdered(shares)) {
                throw object.malformed("shares");
            }
            return new OpeningAct(object.name("tender"), EnvelopeJson.partName(object, "part"),
                    object.name("opener"), object.hash("entry"), shares,
                    object.instant("madeAt"));
        });
    }

    /** By text: {@code UUID}'s own order takes its halves as signed numbers. */
    private static boolean isOrdered(List<Released> shares) {
        for (int i = 1; i < shares.size(); i++) {
            if (shares.get(i - 1).bid().toString()
                    .compareTo(shares.get(i).bid().toString()) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** The bytes that are signed. */
    public byte[] canonicalJson() {
        List<Object> released = new ArrayList<>();
        for (Released share : shares) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("bid", share.bid().toString());
            members.put("share", share.share().map(Json::base64).orElse(null));
            released.add(members);
        }
        return Json.canonical(Map.of("format", FORMAT, "tender", tender, "part", part.code(),
                "opener", opener, "entry", entry, "madeAt", madeAt.toString(),
                "shares", released));
    }
}
