package org.subhasta.signing;

/**
 * An authority that time-stamps (RFC 3161): {@link TimeStampAuthority} in this process,
 * {@link org.subhasta.signing.online.TimeStampClient} over the network. Safe for many threads.
 */
public interface TimeStamps {

    /**
     * Has a digest stamped.
     *
     * @param sha256 32 bytes: nothing but the digest goes to the authority
     * @return a token that was verified: over this digest, by a trusted authority
     * @throws TimeStampUnavailable where there is none to be had. Whatever needed one must not go
     *                              on as if there were
     */
    TimeStamp stamp(byte[] sha256) throws TimeStampUnavailable;

    /**
     * How much room to keep for a token of this authority where it has to be kept beforehand, in
     * bytes. Others' tokens with three certificates have about 6 KiB.
     */
    default int tokenRoom() {
        return 16 * 1024;
    }
}
