package org.subhasta.bidding.model;

import org.subhasta.kernel.Refusal;

/**
 * Why a bid is refused, or a box not opened, in order of precedence: where several hold, the first
 * of them is told. Only the faults of an envelope's texts, and those of an offer, are all told
 * together.
 *
 * <p>Refusals from {@link #SIGNATURE_INVALID} to {@link #TEXT_NOT_LISTED} are journaled and
 * receipted: by then it is known whose they are. {@link #OUTAGE_NOT_JUDGED} is not an answer but
 * asks for patience. Those from {@link #STATEMENT_TOO_LARGE} on are found when a bid is opened:
 * it is invalid then, for a reason that is published.
 */
public enum BiddingRefusal implements Refusal.Code {

    /** The envelope, an announcement or a signature is larger than taken. Details: the limit. */
    ENVELOPE_TOO_LARGE(false),
    /** It is no JSON, or not in its canonical form (RFC 8785). Details: why. */
    ENVELOPE_NOT_CANONICAL(false),
    /** It is not in its format, such as {@code subhasta-envelope-1}. Field: the member. */
    ENVELOPE_MALFORMED(false),
    /** There is no box of that id, or it is not for the caller to see. */
    BOX_UNKNOWN(false),
    /** The supplier was not approved yet, or not any more. */
    SUPPLIER_NOT_APPROVED(false),

    /** The signature is not one over these bytes, or no acceptable one. Details: sub-indication. */
    SIGNATURE_INVALID(true),
    /** The certificate is from an authority this platform does not trust. */
    SIGNER_NOT_TRUSTED(true),
    /** The certificate was revoked. */
    SIGNER_REVOKED(true),
    /** Whether the certificate was revoked could not be found out: send again soon. */
    SIGNER_REVOCATION_UNKNOWN(true),
    /** The certificate's validity is over. */
    SIGNER_EXPIRED(true),
    /** The certificate's validity has not begun. */
    SIGNER_NOT_YET_VALID(true),
    /** The certificate is not admitted for who signs: a stranger's. */
    SIGNER_UNKNOWN(true),
    /** No time-stamp over the signature was to be had: send again soon. */
    TIME_STAMP_UNAVAILABLE(true),

    /** It is for another tender than the box it was sent to. */
    TENDER_DIFFERS(true),
    /** It names another notice than the one published. */
    NOTICE_DIFFERS(true),
    /** It names another bidder than the organisation that sent it. */
    BIDDER_DIFFERS(true),
    /** It is sealed to others than the opening committee that was published. */
    OPENERS_DIFFER(true),
    /** A bid with other content was accepted under this id. */
    ID_REUSED(true),
    /** The platform was down and has not judged yet whether the closing moves: send again soon. */
    OUTAGE_NOT_JUDGED(false),
    /** The tender was cancelled: its box takes nothing any more. */
    BOX_ABANDONED(true),
    /** It arrived at or after the closing instant. Details: the closing instant, the arrival. */
    LATE(true),
    /** There is a standing bid: replace or withdraw it. Details: its id. */
    BID_STANDS_ALREADY(true),
    /** There is no standing bid to replace or withdraw. */
    NO_BID_STANDS(true),
    /** It names another bid than the bidder's own standing one. */
    REPLACES_ANOTHER(true),
    /** As many bids stand in the box as can be opened at once. Details: the limit. */
    BOX_FULL(true),
    /** It has not the parts that the tender asks for. Details: those. */
    PARTS_DIFFER(true),
    /** All texts together are larger than taken. Details: the limit in MiB. */
    TEXTS_TOO_LARGE(true),
    /** A text named in the envelope was not sent. Details: its name. */
    TEXT_MISSING(true),
    /** A text sent is not the one named: its size or its SHA-256 differs. Details: its name. */
    TEXT_DIFFERS(true),
    /** A text was sent that the envelope does not name. Details: its name. */
    TEXT_NOT_LISTED(true),

    /** The statement inside is larger than taken. Details: the limit in bytes. */
    STATEMENT_TOO_LARGE(false),
    /** The statement inside is no JSON, or not in its canonical form. Details: why. */
    STATEMENT_NOT_CANONICAL(false),
    /** The statement inside is not in the format {@code subhasta-bid-1}. Field: the member. */
    BID_MALFORMED(false),
    /** Prices are in another currency than the tender's. Details: the tender's. */
    CURRENCY_DIFFERS(false),
    /** Prices are net where the tender says gross, or the reverse. Details: what the tender says. */
    PRICE_BASIS_DIFFERS(false),
    /** The technical part tells a price, which would be known before its time. */
    PRICE_IN_TECHNICAL_PART(false),
    /** A lot that the tender does not have. Details: the lot. */
    LOT_UNKNOWN(false),
    /** A lot is priced twice. Details: the lot. */
    LOT_REPEATED(false),
    /** The price is not a plain decimal number. */
    PRICE_MALFORMED(false),
    /** The price has more decimals than the currency. Details: the currency, its decimals. */
    PRICE_TOO_PRECISE(false),
    /** The price has more digits than taken. Details: the limit. */
    PRICE_TOO_LONG(false),
    /** The price is not positive. */
    PRICE_NOT_POSITIVE(false),
    /** No lot is priced. */
    NO_LOT_PRICED(false),
    /** A lot is not priced, and the tender wants a price for all of them. Details: the lot. */
    LOT_NOT_PRICED(false),
    /** More files than taken. Details: the limit. */
    TOO_MANY_ATTACHMENTS(false),
    /** A name of a file is empty, too long, a path, or has control characters. */
    ATTACHMENT_NAME_BAD(false),
    /** Two files have the same name. Details: the name. */
    ATTACHMENT_REPEATED(false),

    /** A box of this id was opened before. */
    BOX_EXISTS(false),
    /** The box would close at once: the deadline is past. */
    CLOSING_IN_THE_PAST(false),
    /** The bids are sealed still: nobody can read them yet. */
    BOX_NOT_OPENED(false);

    private final boolean receipted;

    BiddingRefusal(boolean receipted) {
        this.receipted = receipted;
    }

    /** Whether the refusal is journaled and answered with a signed receipt. */
    public boolean receipted() {
        return receipted;
    }
}
