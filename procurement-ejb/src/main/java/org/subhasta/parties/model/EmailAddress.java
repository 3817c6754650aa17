package org.subhasta.parties.model;

import java.util.Locale;
import org.subhasta.kernel.Outcome;

/** An e-mail address: kept as typed, compared without regard to case. */
public record EmailAddress(String text) {

    /** RFC 5321, 4.5.3.1: what fits into a path. */
    public static final int LONGEST = 254;

    /** Enough to catch a slip of the keyboard; only a letter that arrives proves an address. */
    public static final String PATTERN =
            "[^\\s@<>\"(),:;\\\\\\[\\]]{1,64}@[\\p{L}\\p{N}]([\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?"
            + "\\.[\\p{L}\\p{N}-]{2,}";

    public EmailAddress {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an empty address");
        }
    }

    public static Outcome<EmailAddress> admit(String field, String typed) {
        return new Field(field, typed).required(LONGEST)
                .matching(PATTERN, PartiesRefusal.EMAIL_MALFORMED)
                .map(EmailAddress::new);
    }

    /** What two spellings of one address have in common; the database compares the same way. */
    public String key() {
        return text.toLowerCase(Locale.ROOT);
    }
}
