package org.subhasta.awarding;

import org.subhasta.kernel.Outcome;

/**
 * Makes, signs and keeps the public notice of an award, within the transaction that decides it.
 * Implemented by a higher capability: awarding only needs to know that it exists for ever.
 */
public interface AwardNotice {

    /**
     * Whether a notice can be signed at all now, asked before anything is decided.
     *
     * @return refused with {@link AwardingRefusal#NOTICE_KEY_MISSING} or
     *         {@link AwardingRefusal#NOTICE_KEY_EXPIRED}
     */
    Outcome<Void> ready();

    /**
     * Makes the notice of an award that has just been decided.
     *
     * @param award as it will be published, but for its notice
     * @return refused as {@link #ready()}, and with
     *         {@link AwardingRefusal#NOTICE_TIME_STAMP_UNAVAILABLE}; nothing is kept then
     */
    Outcome<NoticeFile> make(AwardView award);
}
