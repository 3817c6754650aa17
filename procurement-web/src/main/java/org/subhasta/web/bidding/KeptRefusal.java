package org.subhasta.web.bidding;

import org.subhasta.kernel.Refusal;

/** Why files are not sent as the sealed bid that was kept, in order of precedence. */
public enum KeptRefusal implements Refusal.Code {

    /** No file was chosen. */
    KEPT_NOTHING,
    /** No envelope with its signature is among them, or the archive is damaged. */
    KEPT_UNREADABLE,
    /** It is another sealed bid than the one announced. Details: the number of that. */
    KEPT_NOT_ANNOUNCED
}
