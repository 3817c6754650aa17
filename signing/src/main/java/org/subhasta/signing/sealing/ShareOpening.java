package org.subhasta.signing.sealing;

/** What came of opening one share. */
public sealed interface ShareOpening {

    /** Why a share is not released, in order of precedence. */
    enum Refusal {
        COMMITTEE_DIFFERS("The envelope is sealed to another committee."),
        PART_MISSING("The envelope has no part of that name."),
        CANNOT_BE_DECRYPTED("The share is not sealed to this opener for this bid, or was changed."),
        HASH_DIFFERS("The share is not the one whose hash stands in the envelope.");

        private final String sentence;

        Refusal(String sentence) {
            this.sentence = sentence;
        }

        /** In English, for a record, a log or the command line. */
        public String sentence() {
            return sentence;
        }
    }

    /** @param share 33 bytes: 32 values and x */
    record Opened(byte[] share) implements ShareOpening {
    }

    /** It is recorded without blame: bidder, opener and platform could each have caused it. */
    record Refused(Refusal why) implements ShareOpening {
    }
}
