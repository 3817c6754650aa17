package org.subhasta.publication;

import org.subhasta.kernel.Refusal;

/** Why files are not checked here, in order of precedence; the runnable jar checks them anyway. */
public enum CheckingRefusal implements Refusal.Code {

    /** No file was sent. */
    CHECKING_NOTHING,
    /** More is sent at once than is checked here. Details: the limit in MiB. */
    CHECKING_TOO_LARGE,
    /** As many checks as may run at once are running. */
    CHECKING_BUSY,
    /** More entries than a bundle of an auction may have. Details: how many it may. */
    AUCTION_TOO_LARGE
}
