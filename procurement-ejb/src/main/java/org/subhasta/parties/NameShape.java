package org.subhasta.parties;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.subhasta.kernel.Outcome;
import org.subhasta.kernel.Refusal;
import org.subhasta.parties.model.PartiesRefusal;

/**
 * What a name looks like to somebody who reads it, after Unicode Technical Standard 39.
 *
 * @param skeleton the name's letters, those that look alike made one (section 4), without case,
 *                 accents, separators and the legal form; at most {@value #LONGEST} characters
 */
record NameShape(String skeleton) {

    /** Longer names are told apart by their beginnings. */
    static final int LONGEST = 60;
    /** In shorter ones a single letter makes another name. */
    private static final int SHORTEST_NEAR = 5;

    private static final SpoofChecker LOOKS = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.CONFUSABLE | SpoofChecker.RESTRICTION_LEVEL)
            .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE).build();

    private static final Set<String> LEGAL_FORMS = Set.of("ltd", "limited", "plc", "inc", "llc",
            "llp", "lp", "co", "company", "corp", "corporation", "gmbh", "mbh", "ag", "kg", "ohg",
            "ug", "ev", "se", "bv", "nv", "vof", "cv", "bvba", "srl", "sprl", "sa", "sarl", "sas",
            "sasu", "spa", "sl", "slu", "sau", "as", "asa", "aps", "ab", "oy", "oyj", "ou", "uab",
            "sia", "doo", "dd", "sro", "kft", "zrt", "nyrt", "sp", "z", "oo", "lda", "ooo", "ооо",
            "оао", "зао", "eood", "ood", "ead", "ad", "еоод", "оод", "еад", "ад", "αε", "επε",
            "dac");

    static NameShape of(String name) {
        // Dots belong to abbreviations: B.V. is BV.
        List<String> words = words(name.replace(".", ""));
        int from = 0;
        int to = words.size();
        while (to - from > 1 && isLegalForm(words.get(to - 1))) {
            to--;
        }
        while (to - from > 1 && isLegalForm(words.get(from))) {
            from++;
        }
        String letters = String.join("", words.subList(from, to));
        // Capital I looks like a small l, a small i does not: both orders, then all are one.
        String alike = fold(LOOKS.getSkeleton(fold(LOOKS.getSkeleton(letters))))
                .replaceAll("[^\\p{L}\\p{N}]", "").replace('i', 'l');
        return new NameShape(alike.substring(0, Math.min(LONGEST, alike.length())));
    }

    /** Whether both are the same or differ by one letter changed, left out, put in or moved. */
    boolean isNear(NameShape other) {
        Set<String> shared = variants();
        shared.retainAll(other.variants());
        return !shared.isEmpty();
    }

    /** Two near names share a key; that two which share one are near is for isNear to say. */
    int[] keys() {
        return variants().stream().mapToInt(String::hashCode).distinct().toArray();
    }

    /** The skeleton, and what is left of it without any one of its letters. */
    private Set<String> variants() {
        Set<String> variants = new TreeSet<>(Set.of(skeleton));
        for (int i = 0; skeleton.length() >= SHORTEST_NEAR && i < skeleton.length(); i++) {
            variants.add(skeleton.substring(0, i) + skeleton.substring(i + 1));
        }
        return variants;
    }

    /** Adds to what is wrong with details that their name is made to be taken for another. */
    static <T> Outcome<T> judge(String field, String name, Outcome<T> details) {
        Optional<Refusal> trick = trick(field, name);
        if (trick.isEmpty()) {
            return details;
        }
        return Outcome.refused(Stream.concat(trick.stream(),
                details instanceof Outcome.Refused<T>(List<Refusal> wrong)
                        ? wrong.stream() : Stream.<Refusal>of()).toList());
    }

    /**
     * Whether letters of one script stand for letters of another. Words of different scripts may
     * stand side by side, as on a letterhead; then none may look like a Latin word without being
     * one.
     */
    private static Optional<Refusal> trick(String field, String name) {
        if (name == null || name.length() > 1_000) {
            return Optional.empty();
        }
        List<String> words = words(name);
        boolean latin = words.stream().anyMatch(word -> isLatin(word));
        return words.stream()
                .filter(word -> LOOKS.failsChecks(word) || latin && !isLatin(word)
                        && word.chars().anyMatch(c -> c > 127)
                        && LOOKS.getSkeleton(word).matches("[A-Za-z0-9]+"))
                .findFirst()
                .map(word -> Refusal.at(field, PartiesRefusal.NAME_MIXED, word));
    }

    private static boolean isLatin(String word) {
        return word.codePoints().anyMatch(c -> UScript.getScript(c) == UScript.LATIN);
    }

    private static boolean isLegalForm(String word) {
        return LEGAL_FORMS.contains(fold(word).toLowerCase(Locale.ROOT));
    }

    /** Without case and accents. */
    private static String fold(String text) {
        return Normalizer.normalize(UCharacter.foldCase(text, true),
                Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    }

    private static List<String> words(String name) {
        return Stream.of(name.split("[^\\p{L}\\p{N}\\p{M}]+"))
                .filter(word -> !word.isEmpty()).collect(Collectors.toList());
    }
}
