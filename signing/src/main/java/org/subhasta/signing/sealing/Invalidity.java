package org.subhasta.signing.sealing;

/**
 * Why a part of a bid is invalid, in order of precedence: the first that holds is told, and it is
 * the same whichever quorum of openers met.
 */
public enum Invalidity {

    COMMITTEE_DIFFERS("The envelope is not sealed to the opening committee of its tender."),
    PART_MISSING("The envelope has no part of that name."),
    TOO_FEW_SHARES("Fewer shares than needed match the hashes in the envelope."),
    TEXT_MISSING("An encrypted text that the envelope names is not there."),
    TEXT_ALTERED("An encrypted text is not the one that the envelope names."),
    SHARES_UNEVEN("The shares do not open this bid alike for every quorum of openers, so it "
            + "counts as one that none of them can open."),
    COMMITMENT_WRONG("The signed statement inside is not the one that the envelope commits to."),
    STATEMENT_MALFORMED("The statement inside is not what a bid consists of."),
    STATEMENT_DIFFERS("The statement inside is for another tender, bidder, envelope or part."),
    SALT_REUSED("One salt is used twice, so that digests could be compared."),
    ATTACHMENTS_DIFFER("The attachments are not the ones that the statement names."),
    TEXT_UNREADABLE("An attachment does not open under the key of the bid.");

    private final String sentence;

    Invalidity(String sentence) {
        this.sentence = sentence;
    }

    /** In English, for a record, a log or the command line. */
    public String sentence() {
        return sentence;
    }
}
