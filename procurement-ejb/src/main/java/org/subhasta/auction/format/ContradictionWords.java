package org.subhasta.auction.format;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.subhasta.auction.model.Contradiction;

/** Contradictions of terms in words. */
public final class ContradictionWords {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle(
            "org.subhasta.auction.format.contradictions", Locale.ROOT);

    private ContradictionWords() {
    }

    /** The place, the sentence and the code. */
    public static String sentence(Contradiction contradiction) {
        return "“" + contradiction.place() + "”: " + words(contradiction)
                + " (" + contradiction.code() + ")";
    }

    /** The sentence alone. */
    public static String words(Contradiction contradiction) {
        String pattern = WORDS.getString(contradiction.code().name());
        return new MessageFormat(pattern, Locale.ROOT)
                .format(contradiction.details().toArray());
    }
}
